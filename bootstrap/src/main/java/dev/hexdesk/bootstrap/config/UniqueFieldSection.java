package dev.hexdesk.bootstrap.config;

import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.function.Function;

/**
 * What one text field must look like, and whether no two may have the same.
 *
 * @param pattern a regular expression for the whole text; empty where any text will do
 * @param meaning the pattern in words, completing "must be ..."
 */
@SelfValidating
public record UniqueFieldSection(
    @Min(1) int minLength,
    int maxLength,
    String pattern,
    @NotBlank String meaning,
    boolean unique) {

  private FieldSection field() {
    return new FieldSection(minLength, maxLength, pattern, meaning);
  }

  /** This field of telephone numbers, each of which may have an extension. */
  UniqueFieldSection withExtension() {
    return pattern.isEmpty()
        ? this
        : new UniqueFieldSection(
            minLength,
            maxLength,
            "(?:%s)(?:%s%s)?"
                .formatted(pattern, PhoneNumber.BEFORE_EXTENSION, PhoneNumber.EXTENSION),
            meaning,
            unique);
  }

  /** The rule for a field on one line, whose values {@code make} makes. */
  <T> TextRule<T> rule(Function<String, T> make) {
    return field().rule(make);
  }

  /** Checks that some text is allowed and that the pattern is one. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    field().check(violations);
  }

  /** Checks that no text is allowed that is longer than what can be stored. */
  void checkFits(String name, int longest, ViolationCollector violations) {
    field().checkFits(name, longest, violations);
  }
}
