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

  static String detail(Set<String> columns) {
    return "is unknown; these exist: " + String.join(", ", new TreeSet<>(columns));
  }
}
