package dev.hexdesk.domain.employee;

import static dev.hexdesk.domain.TestRules.employeeRules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.Violations.Checked;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthdayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Violations violations = new Violations();

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2000-02-29", "1850-01-01"})
  void liesInThePast(LocalDate birthday) {
    assertThat(employeeRules().birthday(birthday, TODAY, violations).get()).isEqualTo(birthday);
    assertThat(violations.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, not_in_past, must be in the past",
    "+999999999-12-31, not_in_past, must be in the past",
    "1849-12-31, too_early, must not be before 1850-01-01",
    "-0044-03-15, too_early, must not be before 1850-01-01"
  })
  void isOfAPersonWhoCanBeAlive(LocalDate birthday, String code, String detail) {
    Checked<LocalDate> refused = employeeRules().birthday(birthday, TODAY, violations);

    assertThat(violations.all()).containsExactly(new Violation("birthday", code, detail));
    assertThatIllegalStateException().isThrownBy(refused::get);
  }
}
