package dev.hexdesk.rest.transfer;

/** The media types of files with many rows. */
public final class TransferTypes {
  public static final String CSV = "text/csv";
  public static final String NDJSON = "application/x-ndjson";

  /** For whom any type will do, JSON is meant. */
  static final String CSV_IF_ASKED_FOR = CSV + ";qs=0.1";

  /** No installation may take larger files, in bytes. */
  public static final int LARGEST = 1 << 30;

  /** What no file of text has is NUL. */
  public static final String TEXT = "^[^\\x00]*$";

  private TransferTypes() {}
}
