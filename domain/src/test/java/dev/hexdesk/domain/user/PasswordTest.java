package dev.hexdesk.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordTest {
  @Test
  void isPreparedAsOneFormOfEachLetterAndSpace() {
    assertThat(new Password("Gru\u0308n\u00a0Horse\u30007").prepared())
        .isEqualTo("Gr\u00fcn Horse 7");
  }

  @Test
  void keepsLetterCaseWidthAndSpacesAtTheEnds() {
    assertThat(new Password(" \uff21b ").prepared()).isEqualTo(" \uff21b ");
  }

  @Test
  void mayHaveBeenHashedInEachOfItsSpellings() {
    assertThat(new Password("Gr\u00fcn\u00a07").spellings())
        .containsExactly("Gr\u00fcn 7", "Gr\u00fcn\u00a07", "Gru\u0308n\u00a07");
  }

  @Test
  void hasOneSpellingInAscii() {
    assertThat(new Password("Passw0rd! x").spellings()).containsExactly("Passw0rd! x");
  }

  @Test
  void containsANameInAnySpelling() {
    assertThat(new Password("xx-OLENA-7").contains("olena")).isTrue();
    assertThat(new Password("xx-oleg-7").contains("olena")).isFalse();
    assertThat(new Password("jo-jo").contains("jo")).isFalse();
  }

  @Test
  void doesNotShowItself() {
    assertThat(new Password("secret")).hasToString("Password[hidden]");
  }
}
