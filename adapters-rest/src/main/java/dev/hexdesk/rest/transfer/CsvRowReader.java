package dev.hexdesk.rest.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.rest.request.UnreadableBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads CSV (RFC 4180, UTF-8, with or without a byte order mark) whose first line names columns.
 */
public final class CsvRowReader implements RowReader {
  private static final int MOST_FIELDS = 100;
  private static final int LONGEST_FIELD = 400_000;
  private static final int LONGEST_RECORD = 1_000_000;

  private final InputStream in;

  public CsvRowReader(InputStream in) {
    this.in = in;
  }

  @Override
  public void read(Set<String> columns, Predicate<ImportRecord> rows, ImportErrors faults) {
    long line = 1;
    try {
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .allowExtraFields(true)
              .allowMissingFields(true)
              .allowUnclosedQuote(false)
              .allowExtraCharsAfterClosingQuote(false)
              .build(
                  CsvRecordHandler.of(
                      it ->
                          it.maxFields(MOST_FIELDS)
                              .maxFieldSize(LONGEST_FIELD)
                              .maxRecordSize(LONGEST_RECORD)),
                  Utf8Reader.reader(in));
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        faults.add(1, "", "no_columns", "the first line must name the columns");
        return;
      }
      List<String> header = header(records.next(), columns, faults);
      boolean more = faults.isEmpty();
      while (more && records.hasNext()) {
        CsvRecord record = records.next();
        line = record.getStartingLineNumber();
        more = take(record, header, rows, faults);
      }
    } catch (CsvParseException | UncheckedIOException | IOException unreadable) {
      tell(unreadable, line, faults);
    }
  }

  private static List<String> header(CsvRecord record, Set<String> columns, ImportErrors faults) {
    Set<String> seen = new HashSet<>();
    for (String column : record.getFields()) {
      if (!columns.contains(column)) {
        faults.add(
            1,
            UnknownColumnError.shown(column),
            "unknown_column",
            UnknownColumnError.detail(columns));
      } else if (!seen.add(column)) {
        faults.add(1, column, "duplicate", "must be named once");
      }
    }
    return List.copyOf(record.getFields());
  }

  private static boolean take(
      CsvRecord record, List<String> header, Predicate<ImportRecord> rows, ImportErrors faults) {
    if (record.getFieldCount() != header.size()) {
      faults.add(
          record.getStartingLineNumber(),
          "",
          "cells",
          "must have %d cells, not %d".formatted(header.size(), record.getFieldCount()));
      return true;
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), CsvInjectionGuard.read(record.getField(i)));
    }
    return rows.test(ImportRecord.ofTexts(record.getStartingLineNumber(), cells));
  }

  private static void tell(Exception unreadable, long line, ImportErrors faults) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CharacterCodingException encoding -> {
          faults.add(line, "", "encoding", "this line or one after it is not well-formed UTF-8");
          return;
        }
        case UnreadableBody body -> throw body.problem();
        case IOException broken -> throw new UncheckedIOException(broken);
        default -> {
          // The cause may say more.
        }
      }
    }
    faults.add(
        line, "", "malformed", "this line or the one after it is no CSV, or has too large cells");
  }
}
