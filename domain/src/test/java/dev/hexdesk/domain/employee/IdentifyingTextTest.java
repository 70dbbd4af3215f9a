package dev.hexdesk.domain.employee;

import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexdesk.domain.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifyingTextTest {
  @Test
  void isNeitherBlankNorTooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> new IdentifyingText(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new IdentifyingText("x".repeat(255)));
    assertThat(new IdentifyingText("x".repeat(254)).value()).hasSize(254);
  }

  @Test
  void isToldByNothingThatIsLogged() {
    assertThat(new IdentifyingText("Zoë")).hasToString("a personal word");
  }

  @Test
  void isAllOfAPersonThatStandsInTexts() {
    EmployeeProfile profile =
        anEmployee()
            .called("Zoë", "Weiß")
            .knownAs("Zo")
            .withPhone("+380504430000")
            .withEmail("zoe@example.com")
            .profile();

    assertThat(profile.personalWords())
        .extracting(IdentifyingText::value)
        .containsExactlyInAnyOrder(
            "Zoë", "Weiß", "ZoëWeiß", "WeißZoë", "Zo", "+380504430000", "zoe@example.com");
  }

  @ParameterizedTest
  @CsvSource({"小明, 王", "지민, \u1100\u1175\u11b7", "X, Muster"})
  void isBothNamesTogetherWhereOneIsOneCharacter(String first, String last) {
    assertThat(anEmployee().called(first, last).profile().personalWords())
        .extracting(IdentifyingText::value)
        .contains(first, last, first + " " + last, last + " " + first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Li", " Li ", "O’Neil", "+4 4", "a@b", "…Їжак 2…", "李明"})
  void mayBeGiven(String word) {
    assertThat(IdentifyingText.rule().faultOf("words", word)).isEmpty();
    assertThat(IdentifyingText.rule().read(word)).isEqualTo(new IdentifyingText(word.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", " x ", "x.", "--", "x\ny"})
  void mayNotBeGivenWhereItStandsEverywhere(String word) {
    assertThat(IdentifyingText.rule().faultOf("words", word))
        .map(Violation::field)
        .hasValue("words");
  }
}
