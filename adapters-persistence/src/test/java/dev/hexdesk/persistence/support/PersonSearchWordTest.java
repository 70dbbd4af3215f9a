package dev.hexdesk.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordTest {
  @ParameterizedTest
  @CsvSource({
    "020 7183 8750, 2071838750",
    "02071838750, 2071838750",
    "(020) 7183-8750, 2071838750",
    "020/7183.8750, 2071838750",
    "020 - 7183‑8750, 2071838750",
    "+44 20 7183 8750, 442071838750",
    "0044 20 7183 8750, 442071838750",
    "+44 (0)20 7183 8750, 442071838750",
    "tel:+44-20-7183-8750, 442071838750",
    "٠٢٠ ٧١٨٣ ٨٧٥٠, 2071838750",
    "\u202a+442071838750\u202c, 442071838750",
    "8750, 8750"
  })
  void areOneNumberHoweverItIsWritten(String written, String digits) {
    assertThat(PersonSearchWord.of(written))
        .extracting(PersonSearchWord::number)
        .isNotEmpty()
        .containsOnly(Optional.of(FoldedText.pattern(digits)));
  }

  @Test
  void mayStandBesideOthers() {
    assertThat(PersonSearchWord.of("Zoë 020 7183 Room 1000"))
        .containsExactly(
            word("zoë"),
            number("020", "207183"),
            number("7183", "207183"),
            word("room"),
            number("1000", "1000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"020", "007", "0000000", "-", "1/2", "a1234", "12%", "ann+1234@x.org"})
  void areNoNumberWithTooFewDigitsOrOtherSigns(String written) {
    assertThat(PersonSearchWord.of(written))
        .extracting(PersonSearchWord::number)
        .containsOnly(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+44 20 7183 8750 ext. 17",
        "+44 20 7183 8750 x17",
        "+44 20 7183 8750 #17",
        "+44 20 7183 8750 extension 17",
        "+44 20 7183 8750, EXT: 17",
        "+44 20 7183 8750 \u0434\u043e\u0431. 17",
        "tel:+44-20-7183-8750;ext=17"
      })
  void mayHaveAnExtension(String written) {
    assertThat(PersonSearchWord.of(written))
        .contains(word(";ext=17"))
        .anyMatch(word -> word.number().equals(Optional.of(FoldedText.pattern("442071838750"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lee, Ann <ann@b.example>",
        "\"Lee\" (Ann) mailto:ann@b.example;",
        "lee; ann: <mailto:ann@b.example>,",
        "«lee» ann* \u201cann@b.example\u201d"
      })
  void areWithoutWhatListsAndAddressesPutAroundThem(String pasted) {
    assertThat(PersonSearchWord.of(pasted))
        .containsExactly(word("lee"), word("ann"), word("ann@b.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", ".*", ":q", "\\';", "(", "\"\"", "a*", "'t"})
  void areAsTheyAreWithHardlyALetterInThem(String signs) {
    assertThat(PersonSearchWord.of(signs)).containsExactly(word(signs));
  }

  @Test
  void areSoughtOnce() {
    assertThat(PersonSearchWord.of("ab cd AB")).containsExactly(word("ab"), word("cd"));
  }

  private static PersonSearchWord word(String word) {
    return new PersonSearchWord(FoldedText.pattern(word), Optional.empty());
  }

  private static PersonSearchWord number(String word, String digits) {
    return new PersonSearchWord(FoldedText.pattern(word), Optional.of(FoldedText.pattern(digits)));
  }
}
