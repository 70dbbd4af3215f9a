package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Ґ", "😀", "𠀀", "e\u0301", "\uFFFF", "\uE000", "\0"})
  void takesWholeCharactersForUnicode(String text) {
    assertThat(WellFormed.isUnicode(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE00", "a\uD83D", "\uDE00b", "\uDE00\uD83D", "😀\uD83D"})
  void refusesHalfCharacters(String text) {
    assertThat(WellFormed.isUnicode(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "a\u0007", "\u001B[31m", "\u007F", "\u0085", "\u009F"})
  void findsControlsInAnyText(String text) {
    assertThat(WellFormed.hasControls(text, false)).isTrue();
    assertThat(WellFormed.hasControls(text, true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a\u2028b", "a\u2029b"})
  void findsLineBreaksAndTabsOnlyWhereThereIsOneLine(String text) {
    assertThat(WellFormed.hasControls(text, false)).isTrue();
    assertThat(WellFormed.hasControls(text, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " plain text ", "\u00a0", "e\u0301", "😀", "\u200d"})
  void findsNoControlsElsewhere(String text) {
    assertThat(WellFormed.hasControls(text, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n",
        "\u00a0",
        "\u2007",
        "\u3000",
        "\u200b",
        "\uFEFF",
        "\u202e\u202c",
        " \u2060"
      })
  void takesWhatNobodyCanSeeForBlank(String text) {
    assertThat(WellFormed.isBlank(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", " a", "\u00a0Ґ\u00a0", "😀", "\u200b0"})
  void takesWhatCanBeSeenForText(String text) {
    assertThat(WellFormed.isBlank(text)).isFalse();
  }

  @Property
  void isBlankWhereverJavaSaysSo(@ForAll String text) {
    assertThat(WellFormed.isBlank(text) || !text.isBlank()).isTrue();
  }

  @Test
  void givesRequiredTextBackUnchanged() {
    assertThat(WellFormed.required("a thing", "  e\u0301\n ", 6)).isEqualTo("  e\u0301\n ");
  }

  @Test
  void countsCodePointsUpToTheLimit() {
    assertThat(WellFormed.required("a thing", "😀".repeat(3), 3)).isEqualTo("😀😀😀");
    refuses("😀".repeat(3) + "a", 3, "a thing is longer than 3 characters");
    refuses("😀".repeat(4), 3, "a thing is longer than 3 characters");
    refuses("abcd", 3, "a thing is longer than 3 characters");
  }

  @Test
  void refusesWhatIsBlankOrBeyondStoring() {
    refuses(" \u00a0", 9, "a thing must not be blank");
    refuses("a\0b", 9, "a thing is no text that can be stored");
    refuses("\0b", 9, "a thing is no text that can be stored");
    refuses("a\uD83Db", 9, "a thing is no text that can be stored");
  }

  private static void refuses(String text, int maxLength, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WellFormed.required("a thing", text, maxLength))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann lee",
        " ann lee",
        "ann lee\t\r\n",
        "\u00a0ann lee\u3000",
        "\u200bann lee\ufeff",
        "ann lee\ufe0f",
        "\u3164ann lee\u2800",
        "\u200eann lee\udb40\udd00"
      })
  void trimsWhatCannotBeSeenAtTheEndsAlone(String text) {
    assertThat(WellFormed.trimmed(text)).isEqualTo("ann lee");
  }

  @Test
  void composesALineAndTakesOffWhatIsAroundIt() {
    assertThat(WellFormed.line("\u00a0Zu\u0308rich \u200b")).isEqualTo("Z\u00fcrich");
    assertThat(WellFormed.line("\tPeru\r\n")).isEqualTo("Peru");
    assertThat(WellFormed.line("\u000b\f\u0085\u2028 Peru\u2029\n\n")).isEqualTo("Peru");
    assertThat(WellFormed.line("12 Main St\n London\n")).isEqualTo("12 Main St\n London");
    assertThat(WellFormed.line(" Z\u0000 ")).isEqualTo("Z\u0000");
    assertThat(WellFormed.line("\u0007Z\u001f")).isEqualTo("\u0007Z\u001f");
  }

  @Test
  void trimsWhatIsBlankToNothing() {
    assertThat(WellFormed.trimmed(" \u200b\n")).isEmpty();
    assertThat(WellFormed.trimmed("")).isEmpty();
  }
}
