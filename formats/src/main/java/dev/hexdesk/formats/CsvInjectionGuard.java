package dev.hexdesk.formats;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what people wrote: a cell that would be taken for a formula gets
 * an apostrophe in front, which is taken off again when the file comes back. A cell that looks as
 * though it had one already gets another, so that every text comes back as it was.
 *
 * <p>Where lists are separated by semicolons, as in Ukraine and Germany, a spreadsheet that is
 * given the file by a double click knows nothing of its commas and of the quotation marks after
 * them: it begins a new cell after each semicolon or tab, and a new row after each line break. So
 * what would be a formula there gets its apostrophe, too.
 */
public final class CsvInjectionGuard {
  /** ASCII's characters, and the wide ones that spreadsheets in East Asia take for them. */
  private static final String SIGNS = "=+@\\-\\uFF1D\\uFF0B\\uFF20\\uFF0D";

  private static final String AT_BEGINNING = "(?='*[" + SIGNS + "\\t\\r\\n])";
  private static final String AFTER_SEPARATOR = "(?=['\"]*[" + SIGNS + "])";

  private static final Pattern UNGUARDED =
      Pattern.compile("\\A" + AT_BEGINNING + "|(?<=[;\\t\\r\\n])" + AFTER_SEPARATOR);
  private static final Pattern GUARDED =
      Pattern.compile("\\A'" + AT_BEGINNING + "|(?<=[;\\t\\r\\n])'" + AFTER_SEPARATOR);

  private static final String SEPARATORS = ";\t\r\n";
  private static final String BEGINNINGS = "'\"=+@-\uFF1D\uFF0B\uFF20\uFF0D";

  private CsvInjectionGuard() {}

  /** The text as it is written into a file. */
  public static String written(String text) {
    return mayHaveFormula(text) ? UNGUARDED.matcher(text).replaceAll("'") : text;
  }

  /** Hardly any text has one, and a look at its characters is all that the others cost. */
  private static boolean mayHaveFormula(String text) {
    boolean begins = true;
    for (int at = 0; at < text.length(); at++) {
      char here = text.charAt(at);
      boolean separates = SEPARATORS.indexOf(here) >= 0;
      if (begins && (BEGINNINGS.indexOf(here) >= 0 || at == 0 && separates)) {
        return true;
      }
      begins = separates;
    }
    return false;
  }

  /** The text that was written as this cell. */
  public static String read(String cell) {
    return cell.indexOf('\'') < 0 ? cell : GUARDED.matcher(cell).replaceAll("");
  }
}
