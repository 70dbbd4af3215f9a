package dev.hexdesk.rest.transfer;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what people wrote: a cell that would be taken for a formula gets
 * an apostrophe in front, which is taken off again when the file comes back. A cell that looks as
 * though it had one already gets another, so that every text comes back as it was.
 */
public final class SafeCells {
  private static final Pattern FORMULA = Pattern.compile("'*[=+@\\-\\t\\r\\n]");

  private static final String BEGINNINGS = "'=+@-\t\r\n";

  private SafeCells() {}

  /** The text as it is written into a file. */
  public static String written(String text) {
    return mayBeFormula(text) && FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** Hardly any text begins so, and a look at its first character is all that the others cost. */
  private static boolean mayBeFormula(String text) {
    return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
  }

  /** The text that was meant. */
  public static String read(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }
}
