package dev.hexdesk.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hexdesk.application.transfer.ImportErrors;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows by its first bytes a file of another kind, which people send for one with rows: a workbook
 * that was not saved as CSV, an archive, a page of an error or a login.
 *
 * @param code the kind of fault, for programs
 * @param detail what it is, and what to do
 */
record ForeignFile(String code, String detail) {
  /** So many bytes are looked at. */
  private static final int LONGEST = 8192;

  private static final String MALFORMED = "malformed";
  private static final String ENCODING = "encoding";
  private static final String SAVE_AS_CSV = "; save it as CSV in UTF-8, and send that";

  private record Kind(Pattern beginning, ForeignFile told) {
    static Kind of(String beginning, String code, String detail) {
      return new Kind(Pattern.compile(beginning, Pattern.DOTALL), new ForeignFile(code, detail));
    }
  }

  /** The first that matches counts. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.of(
              "PK\\x03\\x04.*(?:\\[Content_Types]|xl/).*",
              MALFORMED,
              "is an Excel workbook" + SAVE_AS_CSV),
          Kind.of(
              "PK\\x03\\x04.*opendocument.*", MALFORMED, "is an OpenDocument sheet" + SAVE_AS_CSV),
          Kind.of("PK\\x03\\x04.*", MALFORMED, "is a ZIP archive; send the file that is in it"),
          Kind.of("\\xD0\\xCF\\x11\\xE0.*", MALFORMED, "is an Excel workbook" + SAVE_AS_CSV),
          Kind.of(
              "\\x1F\\x8B.*",
              MALFORMED,
              "is compressed by gzip; unpack it, or say so by 'Content-Encoding'"),
          Kind.of("%PDF-.*", MALFORMED, "is a PDF; send CSV in UTF-8"),
          Kind.of("(?:\\xFF\\xFE|\\xFE\\xFF).*", ENCODING, "is in UTF-16" + SAVE_AS_CSV),
          Kind.of("(?:[\\x01-\\xFF]\\x00){4}.*", ENCODING, "is in UTF-16" + SAVE_AS_CSV),
          Kind.of("(?:\\x00[\\x01-\\xFF]){4}.*", ENCODING, "is in UTF-16" + SAVE_AS_CSV),
          Kind.of(
              "\\s*<(?:!doctype|html|head|body|table|\\?xml)\\b.*",
              MALFORMED,
              "is HTML or XML, not a file with rows"));

  /** What the file is, if it is none that can be read here. The stream must know marks. */
  static Optional<ForeignFile> at(InputStream file) throws IOException {
    file.mark(LONGEST);
    String begin = new String(file.readNBytes(LONGEST), ISO_8859_1);
    file.reset();
    String lower = begin.toLowerCase(Locale.ROOT);
    return KINDS.stream()
        .filter(
            kind ->
                kind.beginning().matcher(begin).matches()
                    || begin.stripLeading().startsWith("<")
                        && kind.beginning().matcher(lower).matches())
        .map(Kind::told)
        .findFirst();
  }

  void tell(ImportErrors errors) {
    errors.add(1, "", code, "the file " + detail);
  }
}
