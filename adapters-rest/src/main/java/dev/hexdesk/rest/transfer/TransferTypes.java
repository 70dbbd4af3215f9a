package dev.hexdesk.rest.transfer;

import dev.hexdesk.formats.TransferFormat;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The media types of files with many rows. */
public final class TransferTypes {
  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  /** What browsers, Windows and libraries call CSV, one type after the other. */
  static final String ALSO_CSV =
      "application/csv,application/x-csv,text/x-csv,text/comma-separated-values,"
          + "text/x-comma-separated-values,text/tab-separated-values,text/tsv,"
          + "application/vnd.ms-excel,application/excel,application/x-msexcel";

  /** What tools call NDJSON. */
  static final String ALSO_NDJSON =
      "application/ndjson,text/x-ndjson,text/ndjson,application/jsonl,application/x-jsonl,"
          + "text/jsonl,application/jsonlines,application/x-jsonlines,text/jsonlines,"
          + "application/json-lines,application/x-json-lines,application/x-ldjson";

  /** What those send who do not know: how the file begins tells what it is. */
  static final String UNSPECIFIED = "application/octet-stream";

  /** What the API document does not list one by one. */
  public static final String SYNONYMS = ALSO_CSV + "," + ALSO_NDJSON;

  /** For whom any type will do, JSON is meant. */
  static final String CSV_IF_ASKED_FOR = CSV + ";qs=0.1";

  /** No installation may take larger files, in bytes. */
  public static final int LARGEST = 1 << 30;

  /** What no file of text has is NUL. */
  public static final String TEXT = "^[^\\x00]*$";

  private static final Map<String, TransferFormat> FORMATS = new HashMap<>();

  static {
    for (String csv : (CSV + "," + ALSO_CSV).split(",")) {
      FORMATS.put(csv, TransferFormat.CSV);
    }
    for (String ndjson : (NDJSON + "," + ALSO_NDJSON).split(",")) {
      FORMATS.put(ndjson, TransferFormat.NDJSON);
    }
  }

  private TransferTypes() {}

  /** The format that a media type names; of one that can be anything, none. */
  static Optional<TransferFormat> format(MediaType type) {
    String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(FORMATS.get(name));
  }
}
