package dev.hexdesk.formats;

import static dev.hexdesk.formats.ReadRows.file;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportRecord;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferFormatTest {
  private static final Map<String, ImportRecord.Cell> FIRE =
      Map.of("title", new ImportRecord.Cell.Text("Fire"));

  @ParameterizedTest
  @CsvSource({
    "staff.csv, CSV",
    "Staff.TSV, CSV",
    "a.b.tab, CSV",
    "x.jsonl, NDJSON",
    "x.JSON, NDJSON"
  })
  void isToldByTheEndingOfAName(String name, TransferFormat format) {
    assertThat(TransferFormat.ofFileName(name)).contains(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "csv", "staff.", "staff.xlsx", "csv.txt"})
  void isNotToldByOtherNames(String name) {
    assertThat(TransferFormat.ofFileName(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title\nFire\n", "{\"title\": \"Fire\"}"})
  void isToldByTheBeginningOfAFile(String text) {
    for (String begin : new String[] {"", "\uFEFF", " \r\n"}) {
      ReadRows read = ReadRows.of(TransferFormat.readerByContent(file(begin + text)));
      assertThat(read.errorCodes()).isEmpty();
      assertThat(read.rows()).extracting(ImportRecord::cells).containsExactly(FIRE);
    }
  }

  @Test
  void jsonIsNoCsv() {
    ReadRows read = ReadRows.of(TransferFormat.CSV.reader(file("[{\"title\": \"Fire\"}]")));

    assertThat(read.errorCodes()).containsExactly("1  malformed");
    assertThat(read.errors().first().getFirst().detail())
        .isEqualTo("the file is JSON, not CSV; send it as application/x-ndjson");
  }

  @Test
  void isNotSoughtBelowALongVoid() {
    ReadRows read =
        ReadRows.of(TransferFormat.readerByContent(file("\n".repeat(1 << 17) + "{\"title\": 1}")));

    assertThat(read.rows()).isEmpty();
    assertThat(read.errors().isEmpty()).isFalse();
  }

  @Test
  void isNotToldByAFileThatFails() {
    ReadRows.assertFailsAsItsFileDoes("", TransferFormat::readerByContent);
  }

  private static ReadRows readBytes(String beginning) {
    byte[] file = (beginning + "x".repeat(1000)).getBytes(ISO_8859_1);
    return ReadRows.of(TransferFormat.CSV.reader(new ByteArrayInputStream(file)));
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004\u0014\u0000[Content_Types].xml', malformed, is an Excel workbook; save it as"
        + " CSV",
    "'PK\u0003\u0004\u0014\u0000_rels/.rels xl/workbook.xml', malformed, is an Excel workbook; save"
        + " it",
    "'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet', malformed, is an"
        + " OpenDocument",
    "'PK\u0003\u0004\u0014\u0000staff.csv', malformed, is a ZIP archive; send the file",
    "'\u00d0\u00cf\u0011\u00e0\u00a1', malformed, is an Excel workbook; save it as CSV",
    "'\u001f\u008b\u0008', malformed, is compressed by gzip",
    "%PDF-1.7, malformed, is a PDF",
    "'\u00ff\u00fet\u0000i\u0000', encoding, is in UTF-16; save it as CSV in UTF-8",
    "'\u00fe\u00ff\u0000t\u0000i', encoding, is in UTF-16",
    "'t\u0000i\u0000t\u0000l\u0000e\u0000', encoding, is in UTF-16",
    "'\u0000t\u0000i\u0000t\u0000l\u0000e', encoding, is in UTF-16",
    "<!DOCTYPE html><html>, malformed, is HTML",
    "'  <HTML>', malformed, is HTML",
    "<?xml version=\"1.0\"?>, malformed, is HTML or XML"
  })
  void knowsFilesOfOtherKinds(String beginning, String code, String detail) {
    ReadRows read = readBytes(beginning);

    assertThat(read.errorCodes()).containsExactly("1  " + code);
    assertThat(read.errors().first().getFirst().detail()).startsWith("the file " + detail);
    assertThat(read.rows()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK", "<b>", "%PD"})
  void takesNoNameOfAColumnForAnotherKind(String name) {
    assertThat(ReadRows.of(TransferFormat.CSV.reader(file(name + "\nFire\n"))).errorCodes())
        .containsExactly("1 " + name + " unknown_column");
  }
}
