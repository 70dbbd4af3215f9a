package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.user.Username;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LetterCaseTest {
  @Test
  void noLetterIsToldApartByItsCase() {
    assertThat(lettersThatBreak(LetterCase::folded)).isEmpty();
  }

  @Test
  void noLetterOfAUserNameIsToldApartByItsCase() {
    assertThat(lettersThatBreak(Username::keyOf)).isEmpty();
  }

  /** Marks are left out: in capitals an iota written below its letter takes a place of its own. */
  @Property
  void noUserNameIsToldApartByItsCase(@ForAll("letters") String name) {
    assertThat(Username.keyOf(name.toUpperCase(Locale.ROOT))).isEqualTo(Username.keyOf(name));
    assertThat(Username.keyOf(name.toLowerCase(Locale.ROOT))).isEqualTo(Username.keyOf(name));
    assertThat(Username.keyOf(Username.keyOf(name))).isEqualTo(Username.keyOf(name));
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.integers()
        .between(0, 0xFFFF)
        .filter(Character::isLetter)
        .map(Character::toString)
        .list()
        .ofMaxSize(20)
        .map(letters -> String.join("", letters));
  }

  private static IntStream lettersThatBreak(UnaryOperator<String> key) {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isLetter)
        .filter(letter -> breaks("a" + Character.toString(letter), key));
  }

  @Test
  void knowsTextsThatAreTheirOwnFoldedForm() {
    assertThat(LetterCase.isFoldedAscii("vpn-2_az.~")).isTrue();
    assertThat(LetterCase.isFoldedAscii("")).isTrue();
    assertThat(LetterCase.isFoldedAscii("vpN")).isFalse();
    assertThat(LetterCase.isFoldedAscii("A")).isFalse();
    assertThat(LetterCase.isFoldedAscii("Z")).isFalse();
    assertThat(LetterCase.isFoldedAscii("gr\u00fcn")).isFalse();
  }

  /** Within a word and at its end, where some letters have another form. */
  private static boolean breaks(String word, UnaryOperator<String> key) {
    return differs(word, key) || differs(word + "b", key);
  }

  private static boolean differs(String word, UnaryOperator<String> key) {
    String expected = key.apply(word);
    return !key.apply(word.toUpperCase(Locale.ROOT)).equals(expected)
        || !key.apply(word.toLowerCase(Locale.ROOT)).equals(expected)
        || !key.apply(titled(word)).equals(expected)
        || !key.apply(expected).equals(expected);
  }

  private static String titled(String word) {
    return word.codePoints()
        .map(Character::toTitleCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
