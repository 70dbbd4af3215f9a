package dev.hexdesk.persistence.ticket;

import dev.hexdesk.domain.shared.CountryCode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A telephone or serial number in a search. Numbers are indexed with their digits reversed, so that
 * a prefix match finds them by their end: without the country's code.
 */
final class QueryNumber {
  /**
   * A number as the database keeps it.
   *
   * @param isBeginning whether those that go on are found, too
   */
  record Lexeme(String text, boolean isBeginning) {
    private static Lexeme of(String digits, boolean isBeginning) {
      return new Lexeme("+" + new StringBuilder(digits).reverse(), isBeginning);
    }

    String query() {
      return "'" + text + "'" + (isBeginning ? ":*" : "");
    }

    boolean finds(String kept) {
      return isBeginning ? kept.startsWith(text) : kept.equals(text);
    }
  }

  /** Shorter numbers are not indexed reversed, as {@code hexdesk_numbers} has it. */
  private static final int FEWEST_DIGITS = 7;

  private static final Pattern SPELLING = Pattern.compile("[0-9()./+\u2010-\u2015 -]*");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

  private QueryNumber() {}

  static boolean maySpell(String text) {
    return SPELLING.matcher(text).matches();
  }

  /** Any of these finds it; none where the text is no such number. */
  static List<Lexeme> lexemes(String text) {
    String digits = NO_DIGIT.matcher(text).replaceAll("");
    String significant = withoutLeadingZeros(digits);
    if (!maySpell(text) || significant.length() < FEWEST_DIGITS) {
      return List.of();
    }
    String behindCountry = CountryCode.nationalPart(significant);
    String national = withoutLeadingZeros(behindCountry);
    boolean isInternational = text.strip().startsWith("+") || digits.startsWith("00");
    if (!isInternational || national.length() < FEWEST_DIGITS) {
      return List.of(Lexeme.of(significant, true));
    }
    String country = significant.substring(0, significant.length() - behindCountry.length());
    return List.of(
        Lexeme.of(country + national, true),
        Lexeme.of(national, false),
        Lexeme.of(country + "0" + national, true));
  }

  private static String withoutLeadingZeros(String digits) {
    return LEADING_ZEROS.matcher(digits).replaceFirst("");
  }
}
