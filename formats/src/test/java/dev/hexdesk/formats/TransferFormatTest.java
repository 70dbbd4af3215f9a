package dev.hexdesk.formats;

import static dev.hexdesk.formats.ReadRows.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportRecord;
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
}
