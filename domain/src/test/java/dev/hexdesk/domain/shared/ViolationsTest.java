package dev.hexdesk.domain.shared;

import static dev.hexdesk.domain.TestRules.userRules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.shared.Violations.Outcome;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private static final UserRules RULES = userRules();

  private final Violations violations = new Violations();

  @Test
  void tellsAllFaultsAtOnceInTheOrderOfTheFields() {
    violations.required("username", "a b", RULES.username());
    violations.required("phone", null, RULES.phone());
    violations.optional("email", "nowhere", RULES.email());
    violations.add("birthday", "not_in_past", "must be in the past");
    violations.addAll(List.of(new Violation("roles", "unknown", "must be a role")));

    assertThat(violations.isEmpty()).isFalse();
    assertThat(violations.outcome(Object::new))
        .isEqualTo(
            new Outcome.Invalid<>(
                List.of(
                    new Violation("username", "too_short", "must be at least 5 characters long"),
                    new Violation("phone", "required", "is required"),
                    new Violation("email", "format", "must be an address such as name@example.com"),
                    new Violation("birthday", "not_in_past", "must be in the past"),
                    new Violation("roles", "unknown", "must be a role"))));
  }

  @Test
  void givesTheValuesOfAnInputWithoutFault() {
    Checked<Username> username = violations.required("username", "ａｌｉｃｅ", RULES.username());
    Checked<Optional<EmailAddress>> email =
        violations.optional("email", "a@x.example", RULES.email());
    Checked<Optional<PhoneNumber>> phone = violations.optional("phone", null, RULES.phone());

    assertThat(violations.isEmpty()).isTrue();
    assertThat(violations.all()).isEmpty();
    assertThat(violations.outcome(username)).isEqualTo(new Outcome.Valid<>(new Username("alice")));
    assertThat(email.get()).contains(new EmailAddress("a@x.example"));
    assertThat(phone.get()).isEmpty();
  }

  @Test
  void buildsNothingOfAnInputAtFault() {
    violations.missing("phone");

    assertThat(
            violations.outcome(
                () -> {
                  throw new AssertionError("must not be built");
                }))
        .isInstanceOf(Outcome.Invalid.class);
  }

  @Test
  void hasNoValueForAFieldAtFault() {
    Checked<Username> missing = violations.required("username", null, RULES.username());
    Checked<Username> refused = violations.required("username", "a", RULES.username());
    Checked<Optional<Username>> optional = violations.optional("username", "a", RULES.username());

    for (Checked<?> checked : List.of(missing, refused, optional)) {
      assertThatIllegalStateException()
          .isThrownBy(checked::get)
          .withMessage("username was refused and has no value");
    }
  }

  @Test
  void anEmptyOptionalFieldIsNoneThatIsLeftOut() {
    violations.optional("email", "", RULES.email());

    assertThat(violations.all()).extracting(Violation::code).containsExactly("too_short");
  }

  @Test
  void neverRepeatsWhatWasSent() {
    violations.required("username", "<script>", RULES.username());

    assertThat(violations.all().toString()).doesNotContain("script");
  }

  @Test
  void whatItToldDoesNotGrow() {
    violations.missing("phone");
    List<Violation> told = violations.all();
    violations.missing("email");

    assertThat(told).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> told.add(new Violation("x", "x", "x")));
  }

  @Test
  void saysOfBothFieldsThatOneIsRequired() {
    Violations violations = new Violations();

    violations.missingEither("first_name", "last_name");

    assertThat(violations.all())
        .containsExactly(
            new Violation("first_name", "required", "is required where there is no last_name"),
            new Violation("last_name", "required", "is required where there is no first_name"));
  }
}
