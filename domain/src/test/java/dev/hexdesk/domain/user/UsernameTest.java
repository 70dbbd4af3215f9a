package dev.hexdesk.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameTest {
  @ParameterizedTest
  @CsvSource({"ａｌｉｃｅ, alice", "ﬁona, fiona", "e\u0301lodie, élodie", "Alice, Alice"})
  void bringsCompatibleSpellingsToOneForm(String spelling, String form) {
    assertThat(new Username(spelling).value()).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "alice, ALICE",
    "ґалаґан, ҐАЛАҐАН",
    "élodie, E\u0301LODIE",
    "groß, GROSS",
    "groẞ, groß",
    "ΟΔΥΣΣΕΥΣ, Οδυσσευς",
    "ῼδ, ωιδ",
    "ｂｏｂ, BOB"
  })
  void isComparedWithoutRegardToSpellingAndLetterCase(String one, String other) {
    assertThat(new Username(one).key()).isEqualTo(new Username(other).key());
    assertThat(Username.keyOf(other)).isEqualTo(new Username(one).key());
  }

  @ParameterizedTest
  @CsvSource({"elodie, élodie", "alice, alicе", "ґалаґан, галаган"})
  void keepsOtherLettersApart(String one, String other) {
    assertThat(new Username(one).key()).isNotEqualTo(new Username(other).key());
  }

  @Test
  void theLimitCountsWhatIsStored() {
    String ligature = "ﷺ";
    assertThat(Username.normalized(ligature)).hasSize(18);

    assertThatIllegalArgumentException().isThrownBy(() -> new Username(ligature.repeat(6)));
    assertThat(new Username(ligature.repeat(5)).value()).hasSize(90);
  }

  @Test
  void whatIsBlankInItsOneFormIsNoName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Username("\u00a0\u3000"));
  }

  @Test
  void showsItself() {
    assertThat(new Username("alice")).hasToString("alice");
  }
}
