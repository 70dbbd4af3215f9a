package dev.hexdesk.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {
  @ParameterizedTest
  @CsvSource({
    "ҐАЛАҐАН, ґалаґан",
    "E\u0301lodie, élodie",
    "ＡＢＣ, abc",
    "ﬁona, fiona",
    "Groß, GROSS",
    "ΟΔΥΣΣΕΥΣ, οδυσσευς",
    "Ⅷ, viii"
  })
  void bringsSpellingsOfTheSameTogether(String one, String other) {
    assertThat(FoldedText.sortKey(one)).isEqualTo(FoldedText.sortKey(other));
    assertThat(FoldedText.searchText(one)).isEqualTo(FoldedText.searchText(other));
    assertThat(FoldedText.words(one)).isEqualTo(FoldedText.words(other));
  }

  @Test
  void keepsWhatOnlyLooksAlikeApart() {
    assertThat(FoldedText.sortKey("elodie")).isNotEqualTo(FoldedText.sortKey("élodie"));
    assertThat(FoldedText.sortKey("Анна")).isNotEqualTo(FoldedText.sortKey("Aннa"));
  }

  @Test
  void cutsSortKeysToTheirColumnBetweenCharacters() {
    String longest = FoldedText.sortKey("\ufdfa".repeat(200));

    assertThat(longest.codePointCount(0, longest.length())).isEqualTo(200);
    assertThat(FoldedText.sortKey("𠀀".repeat(201))).isEqualTo("𠀀".repeat(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab cd", " ab\tcd\n", "cd\u00a0ab cd", "AB\u3000CD ab"})
  void splitsASearchIntoItsWords(String words) {
    assertThat(FoldedText.words(words)).contains("ab", "cd").doesNotContain("");
  }

  @Test
  void takesWildcardsLiterally() {
    assertThat(FoldedText.words("100% a_b c\\d ％").stream().map(FoldedText::pattern))
        .containsExactly("%100\\%%", "%a\\_b%", "%c\\\\d%", "%\\%%");
  }

  @Test
  void seeksNothingWhereThereIsNoWord() {
    assertThat(FoldedText.words(" \t\u2003")).isEmpty();
  }

  @Test
  void findsNoWordAcrossTheBorderOfFields() {
    assertThat(FoldedText.searchText("Ann", "Lee")).isEqualTo("ann\nlee");
  }
}
