package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "Ann@X.example, ann@x.EXAMPLE, true",
    "ґ@x.example, Ґ@X.example, true",
    "straße@x.example, STRASSE@x.example, true",
    "zoe\u0308x@x.example, ZO\u00cbX@x.example, true",
    "ann@x.example, anna@x.example, false"
  })
  void isComparedWithoutRegardToLetterCase(String one, String other, boolean same) {
    assertThat(new EmailAddress(one).key().equals(new EmailAddress(other).key())).isEqualTo(same);
    assertThat(EmailAddress.keyOf(one)).isEqualTo(new EmailAddress(one).key());
  }

  @Test
  void isComposed() {
    assertThat(new EmailAddress("zoe\u0308x@x.example").value()).isEqualTo("zo\u00ebx@x.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@x.example",
        " ann@x.example  ",
        " ann@x.example\t\r\n",
        "<\tann@x.example\n>",
        "\nmailto:ann@x.example\n",
        "\u00a0ann@x.example\u3000",
        "\u200bann@x.example\ufeff",
        "\u202aann@x.example\u202c",
        "mailto:ann@x.example",
        " MailTo: ann@x.example ",
        "<ann@x.example>",
        " < ann@x.example > ",
        "<mailto:ann@x.example>",
        "mailto:ann@x.example?subject=Printer%20burns",
        "ann@x\u3002example",
        "\uff41\uff4e\uff4e\uff20\uff58\uff0eexample"
      })
  void isTakenOutOfWhatIsAroundIt(String raw) {
    assertThat(EmailAddress.normalized(raw)).isEqualTo("ann@x.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        ">",
        "Ann <ann@x.example>",
        "ann@x.example, bo@x.example",
        "ann@x.example?subject=Printer",
        "ann lee@x.example",
        "a<b>",
        "tel:ann@x.org"
      })
  void isNothingElse(String raw) {
    assertThat(EmailAddress.normalized(raw)).isEqualTo(raw);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@x.example",
        "Ann Lee <ann@x.example>",
        "\"Lee, Ann\" <ann@x.example>;",
        "Lee, Ann (IT) < mailto:ann@x.example >,"
      })
  void isTakenOutOfAMailbox(String raw) {
    assertThat(EmailAddress.normalized(EmailAddress.inMailbox(raw))).isEqualTo("ann@x.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann <ann@x.example>, Bo <bo@x.example>",
        "bo@x.example <ann@x.example>",
        "Ann <ann>",
        "<>"
      })
  void isNotTakenOutOfAnythingElse(String raw) {
    assertThat(EmailAddress.inMailbox(raw)).isEqualTo(raw);
  }
}
