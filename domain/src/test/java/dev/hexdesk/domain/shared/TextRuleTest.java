package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {
  private static final TextRule<String> RULE = TextRule.line(2, 4, Function.identity());

  @ParameterizedTest
  @ValueSource(
      strings = {"ab", "abcd", "😀😀", "😀😀😀😀", "𠀀b", "e\u0301", " a", "Ґг", "\uFFFF!"})
  void takesTextWithinItsLengths(String text) {
    assertThat(RULE.faultOf("name", text)).isEmpty();
    assertThat(RULE.read(text)).isEqualTo(text);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
            fault("too_short", "must be at least 2 characters long", "", "a", "😀", "𠀀"),
            fault(
                "too_long",
                "must be at most 4 characters long",
                "abcde",
                "😀😀😀😀😀",
                "e\u0301e\u0301e"),
            fault(
                "blank",
                "must not be blank",
                "  ",
                "\u00a0\u3000",
                "\u200b\u200b",
                "\u3164\u2800\uffa0"),
            // Before anything else is looked at.
            fault(
                "encoding",
                "must be well-formed Unicode without unpaired surrogates",
                "a\uD83D",
                "\uDE00b",
                "\uDE00\uD83D",
                "\uD83D"),
            fault(
                "control_character",
                "must not contain control characters",
                "\0",
                "a\0b",
                "a\nb",
                "\tb",
                "abc\u0085",
                "a\u2028b",
                "much too long\n"))
        .flatMap(Function.identity());
  }

  private static Stream<Arguments> fault(String code, String detail, String... texts) {
    return Stream.of(texts).map(text -> Arguments.of(text, new Violation("name", code, detail)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void findsWhatIsWrong(String text, Violation fault) {
    assertThat(RULE.faultOf("name", text)).contains(fault);
  }

  @Test
  void speaksOfASingleCharacter() {
    TextRule<String> letter = TextRule.line(1, 1, Function.identity());

    assertThat(letter.faultOf("name", ""))
        .contains(new Violation("name", "too_short", "must be at least 1 character long"));
    assertThat(letter.faultOf("name", "ab"))
        .contains(new Violation("name", "too_long", "must be at most 1 character long"));
  }

  @Test
  void takesLineBreaksWhereThereAreSeveralLines() {
    TextRule<String> lines = RULE.onSeveralLines();

    assertThat(lines.faultOf("text", "a\r\nb")).isEmpty();
    assertThat(lines.faultOf("text", "a\tb")).isEmpty();
    assertThat(lines.faultOf("text", "\r\n\t")).map(Violation::code).contains("blank");
    assertThat(lines.faultOf("text", "a\0b")).map(Violation::code).contains("control_character");
  }

  @Test
  void wantsTheWholeTextToMatchThePattern() {
    TextRule<String> digits = RULE.matching("[0-9]+", "a number");

    assertThat(digits.faultOf("number", "1234")).isEmpty();
    for (String text : new String[] {"12x", "x12", "1 2"}) {
      assertThat(digits.faultOf("number", text))
          .contains(new Violation("number", "format", "must be a number"));
    }
  }

  @Test
  void saysWhatIsWrongWithTheLengthRatherThanWithTheFormat() {
    TextRule<String> digits = RULE.matching("[0-9]{2,4}", "a number");

    assertThat(digits.faultOf("number", "1")).map(Violation::code).contains("too_short");
    assertThat(digits.faultOf("number", "12345")).map(Violation::code).contains("too_long");
  }

  @Test
  void bringsTextToItsFormBeforeCheckingAndReading() {
    TextRule<String> composed =
        RULE.normalizedBy(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
            .matching("é+", "of one letter");

    assertThat(composed.faultOf("name", "e\u0301".repeat(4))).isEmpty();
    assertThat(composed.read("e\u0301e\u0301")).isEqualTo("éé");
    assertThat(composed.faultOf("name", "e\u0301")).map(Violation::code).contains("too_short");
  }

  @Test
  void keepsAllElseWhenOneThingIsChanged() {
    TextRule<String> rule =
        RULE.matching("[a\n]+", "a").normalizedBy(String::strip).onSeveralLines();

    assertThat(rule.faultOf("name", "  a\na  ")).isEmpty();
    assertThat(rule.read("  a\na  ")).isEqualTo("a\na");
    assertThat(rule.faultOf("name", "b\nb")).map(Violation::detail).contains("must be a");
    assertThat(rule.faultOf("name", "aaaaa")).map(Violation::code).contains("too_long");
    assertThat(rule.matching("b+", "b").onSeveralLines().normalizedBy(text -> text + "b").read("b"))
        .isEqualTo("bb");
  }

  @Test
  void makesTheValueOfTheText() {
    assertThat(TextRule.line(1, 9, PersonName::new).read("Zoë")).isEqualTo(new PersonName("Zoë"));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "-1, 5", "3, 2"})
  void isNoRuleWhereNoTextOrNoneAtAllWouldDo(int minLength, int maxLength) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextRule.line(minLength, maxLength, Function.identity()))
        .withMessageContaining("from " + minLength + " to " + maxLength);
  }

  @Property
  void countsCodePointsWhateverTheyAre(
      @ForAll @IntRange(min = 0x21, max = 0x10FFFF) int point,
      @ForAll @IntRange(min = 1, max = 8) int length) {
    String text = Character.toString(point).repeat(length);
    Optional<Violation> fault = TextRule.line(3, 5, Function.identity()).faultOf("name", text);

    if (WellFormed.isUnicode(text)
        && !WellFormed.hasControls(text, false)
        && !WellFormed.isBlank(text)) {
      assertThat(fault.isEmpty()).isEqualTo(length >= 3 && length <= 5);
    } else {
      assertThat(fault).isPresent();
    }
  }

  /** Whatever passes becomes a value; the values themselves throw where a rule has a gap. */
  @Property
  void leavesNoTextThatPassesAndIsNoValue(@ForAll String text) {
    TextRule<PersonName> rule = TextRule.line(1, 200, PersonName::new).onSeveralLines();

    if (rule.faultOf("name", text).isEmpty()) {
      assertThat(rule.read(text).value()).isEqualTo(text);
    }
  }
}
