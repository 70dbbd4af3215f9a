package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.user.UserRules;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the template's patterns let in and keep out. */
class FieldPatternsTest {
  private static final UserRules RULES = Configurations.defaults().userRules();
  private static final EmployeeRules EMPLOYEES = Configurations.defaults().employeeRules();

  @ParameterizedTest
  @ValueSource(strings = {"admin", "Ґалаґан", "ＡＤＭＩＮ", "ﬁnance", "abcdefghijklmnop"})
  void acceptsUsernamesOfLetters(String text) {
    assertThat(RULES.username().faultOf("username", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"adm", "abcdefghijklmnopq", "admin1", "ad min", "admin!", "admin\u200b"})
  void refusesOtherUsernames(String text) {
    assertThat(RULES.username().faultOf("username", text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë",
        "Zoe\u0308",
        "O’Neil",
        "O'Neil",
        "Ґалаґан",
        "李",
        "Anne-Marie",
        "de la Cruz",
        "Martin Jr.",
        "'t Hooft",
        "’s-Gravesande",
        "Kahana\u02bbu",
        "محمد",
        "J. R. R.",
        "Gal·la",
        "阿卜杜·热合曼",
        "阿卜杜•热合曼",
        "レオナルド・日",
        "ﾚｵﾅﾙﾄﾞ･日",
        "علی\u200cرضا",
        "അനില്\u200d",
        "ג׳ורג׳",
        "ב״ר",
        "བསྟན་འཛིན་",
        "Anne\u2010Marie",
        "Anne\u2011Marie",
        "Anne–Marie",
        "בן\u05beגוריון",
        "D´Angelo",
        "D`Angelo",
        "O‘Brien",
        "Ol’",
        "Igor'",
        "Ann\u00a0Lee",
        "山田\u3000太郎",
        " Ann",
        "Ann ",
        "\u00a0Ann\t",
        "Ann\n",
        "Ann\tLee"
      })
  void acceptsNamesOfPeople(String text) {
    assertThat(RULES.firstName().faultOf("first_name", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "'",
        ".",
        "Ann-",
        "Ann·",
        "·Ann",
        "Jennifer 8.",
        "King, Jr.",
        "Ann\u202eLee",
        "Ann\u200bLee",
        "4nn",
        "Ann4",
        "<b>Ann</b>",
        "Ann;",
        "Ann\u0000",
        "\u0308"
      })
  void refusesOtherNames(String text) {
    assertThat(RULES.firstName().faultOf("first_name", text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+442071838750",
        "+44 20 7183 8750",
        "+44 (0)20 7183-8750",
        "(+44) 20 7183.8750",
        "0044 20 7183 8750",
        "00 44 (0)20/7183 8750",
        "tel:+44-20-7183-8750",
        "Tel.: +44 20 7183 8750",
        "tel: +44 20 7183 8750",
        "Phone +44 20 7183 8750",
        "callto:+442071838750",
        "тел. +44 20 7183 8750",
        "+٤٤٢٠٧١٨٣٨٧٥٠",
        " \u202a+44\u00a020\u00a07183\u20118750\u202c "
      })
  void takesOneNumberInEverySpelling(String text) {
    assertThat(RULES.phone().faultOf("phone", text)).isEmpty();
    assertThat(RULES.phone().read(text).value()).isEqualTo("+442071838750");
  }

  @ParameterizedTest
  @CsvSource({
    "GB, 020 7183 8750, +442071838750",
    "GB, (020) 7183-8750, +442071838750",
    "GB, 0049 30 123450, +4930123450",
    "US, 0049 30 123450, +4930123450",
    "US, 011 49 30 123450, +4930123450",
    "US, (415) 555-2671, +14155552671",
    "IT, 06 1234 5678, +390612345678",
    "GB, +442071838750, +442071838750",
    "GB, 4711, 4711"
  })
  void takesNationalNumbersOfTheRegion(String region, String text, String number) {
    assertThat(new PhonesSection(region).spelling().normalized(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+44 20 7183 8750 ext. 17",
        "+44 20 7183 8750, ext 17",
        "+44 20 7183 8750 x17",
        "+442071838750x17",
        "+44 20 7183 8750 #17",
        "+44 20 7183 8750 доб. 17",
        "+44 20 7183 8750 Durchwahl 17",
        "+44 20 7183 8750 poste 17",
        "+44 20 7183 8750 int. 17",
        "+44 20 7183 8750 (ext. 17)",
        "+44 20 7183 8750 (x17)",
        "+44 20 7183 8750 Apparat 17",
        "+44 20 7183 8750 NSt. 17",
        "+44 20 7183 8750 вн. 17",
        "+44 20 7183 8750 wewn. 17",
        "+44 20 7183 8750 ramal 17",
        "+44 20 7183 8750 extensión 17",
        "+44 20 7183 8750 toestel 17",
        "+44 20 7183 8750 内線17",
        "+44 20 7183 8750 转 17",
        "Office: +44 20 7183 8750 ext. 17",
        "T: +44 20 7183 8750 x17",
        "☎ +44 20 7183 8750 x17",
        "tel:+44-20-7183-8750;ext=17"
      })
  void takesAnExtensionInEverySpelling(String text) {
    assertThat(new PhonesSection("GB").spelling().normalized(text))
        .isEqualTo("+442071838750;ext=17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+380504430000", "+1234567", "+123456789012345"})
  void acceptsE164(String text) {
    assertThat(RULES.phone().faultOf("phone", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "380504430000",
        "+0380504430000",
        "+123456",
        "+1234567890123456",
        "+38 050 443",
        "+38050443000a",
        "0504430000",
        "+380504430000 +380504430001",
        "+49 30 123456 / 57",
        "+49 30 123456/7",
        "+1-800-FLOWERS",
        "++380504430000",
        "+380 50 443 00 00 00 00",
        "x"
      })
  void refusesOtherNumbersByTheirFormat(String text) {
    assertThat(RULES.phone().faultOf("phone", text))
        .contains(
            new Violation("phone", "format", "must be an E.164 number such as +380504430000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org", "ann.lee+desk@mail.example.co.uk", "o'neil@example.org", "a@b.io",
        "ґалаґан@приклад.укр", "x_y-z@a-b.example", "1@2.example", "ann@xn--e1afmkfd.xn--j1amh"
      })
  void acceptsEmailAddresses(String text) {
    assertThat(RULES.email().faultOf("email", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ann@example.org",
        "ann@example.org\u00a0",
        "\tann@example.org\r\n",
        "<ann@example.org>",
        "mailto:ann@example.org"
      })
  void takesAnAddressOutOfWhatIsAroundIt(String text) {
    for (TextRule<EmailAddress> rule : List.of(RULES.email(), EMPLOYEES.email())) {
      assertThat(rule.faultOf("email", text)).isEmpty();
      assertThat(rule.read(text)).isEqualTo(new EmailAddress("ann@example.org"));
    }
  }

  @Test
  void takesPlacesWithoutWhatIsAroundThemAndComposed() {
    assertThat(EMPLOYEES.city().read(" Zu\u0308rich\u00a0").value()).isEqualTo("Z\u00fcrich");
    assertThat(EMPLOYEES.country().read("\ufeffPeru \u200b").value()).isEqualTo("Peru");
    assertThat(EMPLOYEES.country().read("\tPeru\r\n").value()).isEqualTo("Peru");
    assertThat(EMPLOYEES.address().read(" 1 Main St ").value()).isEqualTo("1 Main St");
    assertThat(EMPLOYEES.city().faultOf("city", " A ")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann",
        "ann@",
        "@example.org",
        "ann@example",
        "ann@@example.org",
        "ann@example..org",
        ".ann@example.org",
        "ann.@example.org",
        "a..b@example.org",
        "ann lee@example.org",
        "ann@-example.org",
        "ann@example-.org",
        "ann@example.org.",
        "ann@exam ple.org",
        "ann@example.1",
        "Ann <ann@example.org>",
        "ann@[127.0.0.1]",
        "\"ann\"@example.org",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.org"
      })
  void refusesOtherEmailAddresses(String text) {
    assertThat(RULES.email().faultOf("email", text)).isPresent();
  }

  /** A pattern that backtracks without end would let one request stop a core. */
  @Test
  void takesNoTimeForHostileText() {
    List<String> hostile =
        List.of(
            "a".repeat(250) + "!",
            "a.".repeat(120) + "@",
            "a@" + "a.".repeat(120) + "!",
            "a@" + "a-".repeat(120),
            "a@" + "a".repeat(240),
            "a '".repeat(80) + "!",
            "'".repeat(60));
    for (TextRule<?> rule :
        List.of(RULES.username(), RULES.firstName(), RULES.phone(), RULES.email())) {
      TextRule<?> unlimited =
          TextRule.line(1, 10_000, text -> text)
              .matching(rule.pattern().orElseThrow().pattern(), rule.meaning());
      for (String text : hostile) {
        assertTimeoutPreemptively(
            Duration.ofSeconds(2),
            () -> {
              for (int i = 0; i < 100; i++) {
                unlimited.faultOf("field", text);
              }
            });
      }
    }
  }
}
