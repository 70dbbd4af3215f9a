package dev.hexdesk.bootstrap.config;

import dev.hexdesk.domain.shared.TextRule;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What one text field must look like.
 *
 * @param pattern a regular expression for the whole text; empty where any text will do
 * @param meaning the pattern in words, completing "must be ..."
 */
@SelfValidating
public record FieldSection(
    @Min(1) int minLength, int maxLength, String pattern, @NotBlank String meaning) {

  /** The rule for a field on one line, whose values {@code make} makes. */
  <T> TextRule<T> rule(Function<String, T> make) {
    TextRule<T> line = TextRule.line(minLength, maxLength, make);
    return pattern.isEmpty() ? line : line.matching(pattern, meaning);
  }

  /** Checks that some text is allowed and that the pattern is one. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (maxLength < minLength) {
      violations.addViolation("maxLength", "must be at least minLength, which is " + minLength);
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      violations.addViolation("pattern", "is no regular expression: at character " + e.getIndex());
    }
  }

  /** Checks that no text is allowed that is longer than what can be stored. */
  void checkFits(String name, int longest, ViolationCollector violations) {
    if (maxLength > longest) {
      violations.addViolation(
          name + ".maxLength", "must be at most " + longest + ", the longest that can be stored");
    }
  }
}
