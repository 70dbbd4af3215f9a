package dev.hexdesk.bootstrap.config;

import dev.hexdesk.domain.user.CommonPasswords;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.security.Argon2Cost;
import dev.hexdesk.security.ZxcvbnPasswords;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Stream;

/** What passwords must be like, and what hashing one costs. */
@SelfValidating
public record PasswordsSection(
    @Min(1) int minLength,
    @Max(LONGEST) int maxLength,
    boolean upperCase,
    boolean lowerCase,
    boolean digit,
    String specials,
    boolean refuseCommon,
    @Valid Argon2Section argon2) {
  /** Longer ones cost time to read and guard nothing more. */
  private static final int LONGEST = 1024;

  /** The cost of one hash. */
  @SelfValidating
  public record Argon2Section(
      @Max(Argon2Cost.MOST_MEMORY_KIBIBYTES) int memoryKibibytes,
      @Min(1) @Max(Argon2Cost.MOST_PASSES) int passes,
      @Min(1) @Max(Argon2Cost.MOST_LANES) int lanes) {

    Argon2Cost cost() {
      return new Argon2Cost(memoryKibibytes, passes, lanes);
    }

    /** Checks that each lane has the memory that Argon2 needs. */
    @SelfValidation
    public void check(ViolationCollector violations) {
      int least = Argon2Cost.LEAST_MEMORY_KIBIBYTES_PER_LANE * lanes;
      if (memoryKibibytes < least) {
        violations.addViolation(
            "memoryKibibytes", "must be at least " + least + ", that is 8 for each lane");
      }
    }
  }

  PasswordRules rules() {
    return new PasswordRules(
        minLength,
        maxLength,
        upperCase,
        lowerCase,
        digit,
        specials,
        refuseCommon ? ZxcvbnPasswords.common() : CommonPasswords.NONE);
  }

  /** Checks that there are passwords at all that these rules allow, and that they can be typed. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (maxLength < minLength) {
      violations.addViolation("maxLength", "must be at least minLength, which is " + minLength);
    }
    long kinds =
        Stream.of(upperCase, lowerCase, digit, !specials.isEmpty()).filter(asked -> asked).count();
    if (maxLength < kinds) {
      violations.addViolation(
          "maxLength",
          "must be at least " + kinds + " to have room for what a password must contain");
    }
    if (!specials.codePoints().allMatch(PasswordsSection::isSpecial)) {
      violations.addViolation(
          "specials",
          "must be punctuation and symbols of ASCII, without letters, digits and blanks");
    }
  }

  private static boolean isSpecial(int point) {
    return point > ' ' && point < 0x7f && !Character.isLetterOrDigit(point);
  }
}
