package dev.hexdesk.formats;

import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.RowReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What files with rows are written in. */
public enum TransferFormat {
  CSV,
  NDJSON;

  /** More of spaces and marks than anybody puts before the first row. */
  private static final int LONGEST_BEGINNING = 1 << 16;

  private static final Map<String, TransferFormat> ENDINGS =
      Map.of(
          "csv",
          CSV,
          "tsv",
          CSV,
          "tab",
          CSV,
          "ndjson",
          NDJSON,
          "jsonl",
          NDJSON,
          "jsonlines",
          NDJSON,
          "ldjson",
          NDJSON,
          "json",
          NDJSON);

  /** What programs would not read, or read wrongly, were it CSV with commas. */
  private static final Set<String> OTHERS =
      Set.of(
          "tsv",
          "tab",
          "ndjson",
          "jsonl",
          "jsonlines",
          "ldjson",
          "json",
          "json5",
          "xlsx",
          "xlsm",
          "xlsb",
          "xls",
          "ods",
          "fods",
          "numbers",
          "xml",
          "html",
          "htm",
          "pdf",
          "parquet",
          "avro",
          "yaml",
          "yml",
          "sql",
          "sqlite",
          "db",
          "zip",
          "gz",
          "tgz",
          "bz2",
          "xz",
          "zst",
          "7z",
          "tar");

  /** The format that the ending of a file's name tells, in letters of any case. */
  public static Optional<TransferFormat> ofFileName(String name) {
    return Optional.ofNullable(ENDINGS.get(ending(name)));
  }

  /**
   * Whether the ending of a file's name promises something else than CSV with commas between the
   * cells. A name without an ending, or with one of no meaning here, promises nothing.
   */
  public static boolean isNameOfOther(String name) {
    return OTHERS.contains(ending(name));
  }

  private static String ending(String name) {
    int point = name.lastIndexOf('.');
    return point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
  }

  /** The rows of a file in this format. */
  public RowReader reader(InputStream file) {
    return reader(file, whole -> this);
  }

  private RowReader rows(InputStream file) {
    return switch (this) {
      case CSV -> new CsvRowReader(file);
      case NDJSON -> new NdjsonRowReader(file);
    };
  }

  /** The rows of a file whose format is told by how it begins. */
  public static RowReader readerByContent(InputStream file) {
    return reader(file, TransferFormat::ofContent);
  }

  private static RowReader reader(
      InputStream file, Function<InputStream, TransferFormat> formatOf) {
    return (Set<String> columns, Predicate<ImportRecord> rows, ImportErrors errors) -> {
      BufferedInputStream whole = new BufferedInputStream(file);
      Optional<ForeignFile> foreign = foreign(whole);
      TransferFormat format = formatOf.apply(whole);
      if (foreign.isPresent()) {
        foreign.get().tell(errors);
      } else if (format == CSV && ofContent(whole) == NDJSON) {
        errors.add(
            1, "", "malformed", "the file is JSON, not CSV; send it as application/x-ndjson");
      } else {
        format.rows(whole).read(columns, rows, errors);
      }
    };
  }

  private static Optional<ForeignFile> foreign(InputStream whole) {
    try {
      return ForeignFile.at(whole);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** No column of CSV has a name that begins like an object or a list of JSON. */
  private static TransferFormat ofContent(InputStream file) {
    try {
      file.mark(LONGEST_BEGINNING);
      int first = file.read();
      for (int i = 1; i < LONGEST_BEGINNING && isNoContent(first); i++) {
        first = file.read();
      }
      file.reset();
      return first == '{' || first == '[' ? NDJSON : CSV;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean isNoContent(int character) {
    boolean ofByteOrderMark = character == 0xEF || character == 0xBB || character == 0xBF;
    return (character >= 0 && character <= ' ') || ofByteOrderMark;
  }
}
