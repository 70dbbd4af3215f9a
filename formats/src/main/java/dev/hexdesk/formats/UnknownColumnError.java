package dev.hexdesk.formats;

import java.util.Set;
import java.util.TreeSet;

/** Speaks of columns that do not exist. */
final class UnknownColumnError {
  private static final int LONGEST = 40;

  private UnknownColumnError() {}

  /** A name is repeated back to its sender, so it is kept short and on one line. */
  static String shown(String name) {
    String line = name.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /** Tells the column that may be meant, where the name is a usual one for it. */
  static String detail(String name, Set<String> columns) {
    String meant =
        ColumnSynonyms.find(name, ColumnSynonyms.byPlainName(columns))
            .map(column -> "; it is called " + column + " here")
            .orElse("");
    return "is unknown" + meant + "; these exist: " + String.join(", ", new TreeSet<>(columns));
  }
}
