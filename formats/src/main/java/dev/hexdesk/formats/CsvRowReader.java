package dev.hexdesk.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.domain.shared.WellFormed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180, UTF-8, with or without a byte order mark) whose first line names columns, as
 * spreadsheets write it: cells are separated by commas, semicolons or tabs, and rows and columns
 * without any content are none.
 */
public final class CsvRowReader implements RowReader {
  /** As many as spreadsheets have columns. */
  private static final int MOST_FIELDS = 16_384;

  private static final int LONGEST_FIELD = 400_000;
  private static final int LONGEST_RECORD = 1_000_000;

  /** How some systems keep spreadsheets from reading a text as a number: {@code ="0815"}. */
  private static final Pattern TEXT_AS_FORMULA = Pattern.compile("=\"([^\"]*)\"");

  /** There may be one for each value: so has Jira its labels. */
  private static final Set<String> LISTS = Set.of("tags");

  /** What the parser says of the row that it can't read, and why. */
  private static final Pattern BEGIN_OF_RECORD = Pattern.compile("starting at line ([0-9]+)");

  private static final Pattern QUOTATION = Pattern.compile("quote");

  private final InputStream in;

  public CsvRowReader(InputStream in) {
    this.in = in;
  }

  @Override
  public void read(Set<String> columns, Predicate<ImportRecord> rows, ImportErrors errors) {
    long line = 1;
    try {
      CsvHead head = CsvHead.of(Utf8Reader.reader(in), columns);
      Iterator<CsvRecord> records = records(head).iterator();
      if (head.aboveNames()) {
        next(records);
      }
      CsvRecord names = next(records);
      if (names == null) {
        errors.add(1, "", "no_columns", "the first line must name the columns");
        return;
      }
      List<String> header = header(names, columns, errors);
      boolean more = errors.isEmpty();
      for (CsvRecord record = more ? next(records) : null;
          more && record != null;
          record = next(records)) {
        line = record.getStartingLineNumber();
        more = take(record, header, rows, errors);
      }
    } catch (CsvParseException | UncheckedIOException | IOException unreadable) {
      tell(unreadable, line, errors);
    }
  }

  private static CsvReader<CsvRecord> records(CsvHead head) {
    return CsvReader.builder()
        .fieldSeparator(head.separator())
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowUnclosedQuote(false)
        .allowExtraCharsAfterClosingQuote(false)
        .trimWhitespacesAroundQuotes(true)
        .build(
            CsvRecordHandler.of(
                it ->
                    it.maxFields(MOST_FIELDS)
                        .maxFieldSize(LONGEST_FIELD)
                        .maxRecordSize(LONGEST_RECORD)),
            head.file());
  }

  /** The next row that has any content; null at the end. */
  private static @Nullable CsvRecord next(Iterator<CsvRecord> records) {
    while (records.hasNext()) {
      CsvRecord record = records.next();
      if (!record.getFields().stream().allMatch(WellFormed::isBlank)) {
        return record;
      }
    }
    return null;
  }

  /** The names of columns; of one that has none, an empty text. */
  private static List<String> header(CsvRecord record, Set<String> columns, ImportErrors errors) {
    Map<String, String> byPlainName = ColumnSynonyms.byPlainName(columns);
    List<String> names =
        record.getFields().stream()
            .map(cell -> ColumnSynonyms.columnName(cell, byPlainName))
            .toList();
    long line = record.getStartingLineNumber();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!name.isEmpty() && !columns.contains(name)) {
        errors.add(
            line,
            UnknownColumnError.shown(record.getField(i)),
            "unknown_column",
            UnknownColumnError.detail(name, columns));
      } else if (!name.isEmpty() && !seen.add(name) && !LISTS.contains(name)) {
        errors.add(line, name, "duplicate", "must be named once");
      }
    }
    return withoutEmptyEnd(names, 0);
  }

  /** What there is before the empty cells at the end, which spreadsheets leave behind. */
  private static List<String> withoutEmptyEnd(List<String> cells, int least) {
    int size = cells.size();
    while (size > least && WellFormed.isBlank(cells.get(size - 1))) {
      size--;
    }
    return cells.subList(0, size);
  }

  private static boolean take(
      CsvRecord record, List<String> header, Predicate<ImportRecord> rows, ImportErrors errors) {
    long line = record.getStartingLineNumber();
    List<String> fields = withoutEmptyEnd(record.getFields(), header.size());
    if (fields.size() != header.size()) {
      errors.add(
          line, "", "cells", "must have %d cells, not %d".formatted(header.size(), fields.size()));
      return true;
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String cell = fields.get(i);
      if (!header.get(i).isEmpty()) {
        cells.merge(header.get(i), value(cell), (first, next) -> (first + " " + next).strip());
      } else if (!WellFormed.isBlank(cell)) {
        errors.add(
            line, "", "cells", "cell %d must be empty: its column has no name".formatted(i + 1));
        return true;
      }
    }
    return rows.test(ImportRecord.ofTexts(line, cells));
  }

  private static String value(String cell) {
    Matcher text = TEXT_AS_FORMULA.matcher(cell);
    return text.matches() ? text.group(1) : CsvInjectionGuard.read(cell);
  }

  private static void tell(Exception unreadable, long line, ImportErrors errors) {
    String told = "";
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Utf8Reader.MalformedLine encoding -> {
          errors.add(
              encoding.line(),
              "",
              "encoding",
              "this line is not well-formed UTF-8; save the file as CSV in UTF-8");
          return;
        }
        case IOException broken -> throw new UncheckedIOException(broken);
        default -> told = Objects.requireNonNullElse(cause.getMessage(), told);
      }
    }
    Matcher begin = BEGIN_OF_RECORD.matcher(told);
    errors.add(
        begin.find() ? Long.parseLong(begin.group(1)) : line,
        "",
        "malformed",
        QUOTATION.matcher(told).find()
            ? "has a cell in quotation marks that goes on behind them or never ends; double each"
                + " quotation mark within one"
            : "is no CSV, or has too many or too large cells");
  }
}
