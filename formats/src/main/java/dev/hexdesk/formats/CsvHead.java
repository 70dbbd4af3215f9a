package dev.hexdesk.formats;

import dev.hexdesk.domain.shared.WellFormed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the beginning of a CSV file says of the rest. Spreadsheets separate cells by commas,
 * semicolons or tabs, by the language of whoever saves the file.
 *
 * @param separator of cells
 * @param aboveNames whether the first line with content is {@code sep=;} or another that programs
 *     write there
 * @param file the whole file, from its beginning
 */
record CsvHead(char separator, boolean aboveNames, Reader file) {
  /** So many characters are looked at. */
  private static final int LONGEST = 1_000_000;

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /** What Excel writes and reads above the names of columns, and what others leave behind it. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=([,;\\t|])\"?[,;|\\s]*", Pattern.CASE_INSENSITIVE);

  /** What PowerShell's {@code Export-Csv} writes above the names of columns. */
  private static final Pattern TYPE_LINE = Pattern.compile("\"?#TYPE .*");

  private static final Pattern AROUND_CELLS = Pattern.compile("[,;\\t|\"]");

  /**
   * Looks at the first line with content, and not below the names of columns.
   *
   * @param columns those that there are: what makes most of them from that line separates
   */
  static CsvHead of(Reader in, Set<String> columns) throws IOException {
    BufferedReader file = new BufferedReader(in);
    file.mark(2 * (LONGEST + 1));
    String first = lineWithContent(file);
    boolean isTyped = TYPE_LINE.matcher(first).matches();
    String names = isTyped ? lineWithContent(file) : first;
    file.reset();
    Matcher named = SEPARATOR_LINE.matcher(first);
    return named.matches()
        ? new CsvHead(named.group(1).charAt(0), true, file)
        : new CsvHead(separator(names, columns), isTyped, file);
  }

  private static String lineWithContent(Reader file) throws IOException {
    StringBuilder line = new StringBuilder();
    int looked = 0;
    for (int next = file.read();
        next >= 0 && looked < LONGEST && !(isLineEnd(next) && hasContent(line));
        next = file.read()) {
      looked++;
      if (isLineEnd(next)) {
        line.setLength(0);
      } else {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static boolean isLineEnd(int character) {
    return character == '\n' || character == '\r';
  }

  private static boolean hasContent(CharSequence line) {
    return !WellFormed.isBlank(AROUND_CELLS.matcher(line).replaceAll(""));
  }

  private static char separator(String names, Set<String> columns) {
    Map<String, String> byPlainName = ColumnSynonyms.byPlainName(columns);
    return SEPARATORS.stream()
        .max(
            Comparator.comparingLong((Character it) -> known(names, it, byPlainName))
                .thenComparing(it -> names.chars().filter(each -> each == it).count())
                .thenComparing(it -> -SEPARATORS.indexOf(it)))
        .orElseThrow();
  }

  private static long known(String names, char separator, Map<String, String> byPlainName) {
    return Stream.of(names.replace("\"", "").split(Pattern.quote(Character.toString(separator))))
        .filter(name -> ColumnSynonyms.find(name, byPlainName).isPresent())
        .count();
  }
}
