package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.WellFormed;

/** A text that identifies a person: a name, a number, an address. */
public record IdentifyingText(String value) {
  /** What is shorter stands in too many texts that tell of nobody. */
  public static final int SHORTEST = 2;

  /** The longest that is stored of a person. */
  public static final int LONGEST = EmailAddress.LONGEST;

  /** So many may be given at a time, for all of them are looked for at once. */
  public static final int MOST = 20;

  private static final String ANYTHING_ON_A_LINE = "[^\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]*";

  public IdentifyingText {
    WellFormed.required("a personal word", value, LONGEST);
  }

  /** What somebody may give who wants words erased that nobody has stored. */
  public static TextRule<IdentifyingText> rule() {
    return TextRule.line(SHORTEST, LONGEST, IdentifyingText::new)
        .normalizedBy(String::strip)
        .matching(
            "%1$s[\\p{L}\\p{N}]%1$s[\\p{L}\\p{N}]%1$s".formatted(ANYTHING_ON_A_LINE),
            "text with two letters or digits at least");
  }

  /** Not the word itself: it is to be forgotten. */
  @Override
  public String toString() {
    return "a personal word";
  }
}
