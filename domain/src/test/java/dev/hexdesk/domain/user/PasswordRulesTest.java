package dev.hexdesk.domain.user;

import static dev.hexdesk.domain.TestRules.passwordRules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.Violations.Checked;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final PasswordRules ANYTHING =
      new PasswordRules(1, 64, false, false, false, "", CommonPasswords.NONE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Secret1!",
        " S ecret 1! ",
        "Ґалаґан7&",
        "Sécrètè1^",
        "Pass😀wör1d*",
        "Abcdef٣$",
        "ÄßCDEF1%"
      })
  void acceptsAPasswordOfEveryKindOfCharacter(String password) {
    assertThat(codes(passwordRules(), password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "secret1!, no_upper_case, must contain an upper-case letter",
    "SECRET1!, no_lower_case, must contain a lower-case letter",
    "Secrets!, no_digit, must contain a digit",
    "Secret12, no_special, must contain one of !@#$%^&*",
    "Secret1?, no_special, must contain one of !@#$%^&*",
    "Secre1!, too_short, must be at least 8 characters long"
  })
  void findsTheKindThatIsWanting(String password, String code, String detail) {
    assertThat(check(passwordRules(), password))
        .containsExactly(new Violation("password", code, detail));
  }

  @ParameterizedTest
  @CsvSource({"64, 1000", "1000, 1000", "1001, 1001"})
  void takesPresentPasswordsThatWereChosenByOtherRules(int longestNow, int longest) {
    assertThat(
            new PasswordRules(1, longestNow, false, false, false, "", CommonPasswords.NONE)
                .longestPresent())
        .isEqualTo(longest);
  }

  @Test
  void countsCodePoints() {
    assertThat(codes(passwordRules(), "Aa1!" + "😀".repeat(3))).containsExactly("too_short");
    assertThat(codes(passwordRules(), "Aa1!" + "😀".repeat(4))).isEmpty();
    assertThat(codes(passwordRules(), "Aa1!" + "😀".repeat(60))).isEmpty();
    assertThat(check(passwordRules(), "Aa1!" + "😀".repeat(61)))
        .containsExactly(
            new Violation("password", "too_long", "must be at most 64 characters long"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Secret1!\0", "Sec\nret1!", "Secret1!\uD83D", "\uDE00Secret1!"})
  void findsWhatCannotBeTyped(String password) {
    assertThat(check(passwordRules(), password))
        .containsExactly(
            new Violation("password", "format", "must be text without control characters"));
  }

  @Test
  void findsEverythingThatIsWrongAtOnce() {
    assertThat(codes(passwordRules(), ""))
        .containsExactly("too_short", "no_upper_case", "no_lower_case", "no_digit", "no_special");
    assertThat(codes(passwordRules(), "\0".repeat(65)))
        .containsExactly(
            "format", "too_long", "no_upper_case", "no_lower_case", "no_digit", "no_special");
  }

  @Test
  void refusesWhatIsGuessedFirst() {
    assertThat(check(passwordRules(), "Passw0rd!"))
        .containsExactly(
            new Violation(
                "password", "too_common", "must not be one that is among the first to be guessed"));
    assertThat(check(passwordRules(), "My1!hexDesk"))
        .containsExactly(
            new Violation(
                "password", "contains_product_name", "must not contain the name of this product"));
  }

  @ParameterizedTest
  @CsvSource({"alice, xALICE12!", "ЗОЯ, 1!Aaзояzz", "groß, Aa1!xGROSSx", "ａlice, aliceXX1!"})
  void refusesAPasswordThatContainsTheUserName(String username, String password) {
    Violations violations = new Violations();

    passwordRules().check("password", password, username, violations);

    assertThat(violations.all())
        .containsExactly(
            new Violation("password", "contains_username", "must not contain the user name"));
  }

  @ParameterizedTest
  @CsvSource({"alicia, xALICE12!", "al, xALICE12!", ", xALICE12!"})
  void allowsWhatContainsNoUserName(String username, String password) {
    Violations violations = new Violations();

    Checked<Password> checked = passwordRules().check("password", password, username, violations);

    assertThat(violations.all()).isEmpty();
    assertThat(checked.get()).isEqualTo(new Password(password));
  }

  @Test
  void addsToWhatWasFoundBefore() {
    Violations violations = new Violations();
    violations.missing("phone");

    Checked<Password> password = passwordRules().check("password", "Secret1!", violations);

    assertThat(password.get()).isEqualTo(new Password("Secret1!"));
    assertThat(violations.all()).extracting(Violation::field).containsExactly("phone");
  }

  @Test
  void wantsAPassword() {
    assertThat(codes(passwordRules(), null)).containsExactly("required");
  }

  @Test
  void givesNoPasswordThatItRefused() {
    Checked<Password> refused = passwordRules().check("password", "short", new Violations());
    Checked<Password> missing = passwordRules().check("password", null, new Violations());

    assertThatIllegalStateException().isThrownBy(refused::get);
    assertThatIllegalStateException().isThrownBy(missing::get);
  }

  @Test
  void wantsNoKindThatTheOperatorDoesNot() {
    assertThat(codes(ANYTHING, "a")).isEmpty();
    assertThat(codes(ANYTHING, "A")).isEmpty();
    assertThat(codes(ANYTHING, " ")).isEmpty();
  }

  @Test
  void takesSpecialCharactersBeyondTheBasicPlane() {
    PasswordRules rules =
        new PasswordRules(1, 64, false, false, false, "😀€", CommonPasswords.NONE);

    assertThat(codes(rules, "a😀")).isEmpty();
    assertThat(codes(rules, "a€")).isEmpty();
    assertThat(codes(rules, "a😁")).containsExactly("no_special");
  }

  @Test
  void saysItselfInWords() {
    assertThat(passwordRules().meaning())
        .isEqualTo(
            "8 to 64 characters, an upper-case letter, a lower-case letter, a digit, one of"
                + " !@#$%^&*");
    assertThat(ANYTHING.meaning()).isEqualTo("1 to 64 characters");
  }

  @ParameterizedTest
  @CsvSource({"0, 64", "9, 8", "-1, 1"})
  void refusesLengthsThatLeaveNoPassword(int minLength, int maxLength) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PasswordRules(
                    minLength, maxLength, false, false, false, "", CommonPasswords.NONE))
        .withMessageContaining("from " + minLength + " to " + maxLength);
  }

  @Test
  void refusesALengthWithoutRoomForEveryKind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordRules(1, 3, true, true, true, "!", CommonPasswords.NONE))
        .withMessageContaining("3 characters");
    new PasswordRules(4, 4, true, true, true, "!", CommonPasswords.NONE);
    new PasswordRules(3, 3, true, true, true, "", CommonPasswords.NONE);
    new PasswordRules(1, 1, false, false, false, "!", CommonPasswords.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "!\n", "!\uD83D"})
  void refusesSpecialCharactersThatNoPasswordMayContain(String specials) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PasswordRules(8, 64, true, true, true, specials, CommonPasswords.NONE));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void generatesNothingThatItWouldRefuse(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int minLength,
      @ForAll @IntRange(min = 0, max = 30) int more,
      @ForAll boolean upperCase,
      @ForAll boolean lowerCase,
      @ForAll boolean digit,
      @ForAll("specials") String specials) {
    PasswordRules rules =
        new PasswordRules(
            minLength,
            Math.max(minLength + more, 4),
            upperCase,
            lowerCase,
            digit,
            specials,
            CommonPasswords.NONE);

    Password password = rules.generate(new Random(seed));

    assertThat(codes(rules, password.value())).isEmpty();
    assertThat(password.value().codePointCount(0, password.value().length()))
        .isEqualTo(Math.clamp(20, rules.minLength(), rules.maxLength()));
    assertThat(password.value()).doesNotContainPattern("[IOl01]");
  }

  @Provide
  Arbitrary<String> specials() {
    return Arbitraries.of("", "!", "!@#$%^&*", "😀", "€😀𠀀");
  }

  @Test
  void generatesAnotherPasswordEachTime() {
    Random random = new Random(1);

    assertThat(passwordRules().generate(random)).isNotEqualTo(passwordRules().generate(random));
  }

  private static List<String> codes(PasswordRules rules, String password) {
    return check(rules, password).stream().map(Violation::code).toList();
  }

  private static List<Violation> check(PasswordRules rules, String password) {
    Violations violations = new Violations();
    rules.check("password", password, violations);
    return violations.all();
  }
}
