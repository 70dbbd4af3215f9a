package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee",
        " Ann Lee",
        "Ann Lee\t\r\n",
        "\u00a0Ann\u00a0Lee\u202f",
        "\u3000Ann\u3000\u3000Lee\u3000",
        "Ann \t Lee",
        "\ufeffAnn Lee\u200b",
        "\u200e\u202aAnn Lee\u202c"
      })
  void isWrittenWithOneSpaceBetweenItsPartsAndNoneAround(String raw) {
    assertThat(PersonName.normalized(raw)).isEqualTo("Ann Lee");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"علی\u200cرضا", "അനില്\u200d", "\u200cxx\u200d", "A\u200bB", "Ann\u0000", "李"})
  void keepsWhatBelongsToIt(String raw) {
    assertThat(PersonName.normalized(raw)).isEqualTo(raw);
  }

  @Test
  void isComposed() {
    assertThat(PersonName.normalized("Zoe\u0308")).isEqualTo("Zo\u00eb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u3000\u200b\n"})
  void isNothingWhereThereIsNothing(String raw) {
    assertThat(PersonName.normalized(raw)).isEmpty();
  }

  @Test
  void takesNoTimeForManySpaces() {
    assertThat(PersonName.normalized("a" + " \u200b".repeat(200_000) + "b")).startsWith("a \u200b");
  }

  @Test
  void leadsByTheLastOrByTheOnlyOne() {
    assertThat(PersonName.leading(Optional.of("Ann"), Optional.of("Lee"))).isEqualTo("Lee");
    assertThat(PersonName.leading(Optional.of("Suharto"), Optional.empty())).isEqualTo("Suharto");
    assertThat(PersonName.leading(Optional.empty(), Optional.of("Lee"))).isEqualTo("Lee");
  }

  @Test
  void isThereWhereSomethingCanBeSeen() {
    assertThat(PersonName.isIn("-")).isTrue();
    assertThat(PersonName.isIn("\u00a0")).isFalse();
  }
}
