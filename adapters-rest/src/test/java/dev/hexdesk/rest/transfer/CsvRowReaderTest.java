package dev.hexdesk.rest.transfer;

import static dev.hexdesk.rest.transfer.ReadRows.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.RowError;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowReaderTest {
  private static final int LONGEST_CELL = 400_000;

  private static ReadRows read(String text) {
    return ReadRows.of(new CsvRowReader(file(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsCellsByTheNamesOfTheirColumns(String lineEnd) {
    ReadRows read = read("title,phone\nFire,+38050\nSmoke,\n".replace("\n", lineEnd));

    assertThat(read.faults()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            ImportRecord.ofTexts(2, Map.of("title", "Fire", "phone", "+38050")),
            ImportRecord.ofTexts(3, Map.of("title", "Smoke", "phone", "")));
  }

  @Test
  void readsWhatIsQuoted() {
    ReadRows read = read("title,tags\n\"a \"\"b\"\", c\",\"x\ny\"\nnext,\"\"\n");

    assertThat(read.rows())
        .containsExactly(
            ImportRecord.ofTexts(2, Map.of("title", "a \"b\", c", "tags", "x\ny")),
            ImportRecord.ofTexts(4, Map.of("title", "next", "tags", "")));
  }

  @Test
  void takesTheApostropheOffThatKeepsSpreadsheetsFromRunningACell() {
    assertThat(read("title,phone\n'=1+1,'+38050\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "=1+1", "phone", "+38050")));
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(read("\uFEFFtitle\nҐалаґан\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Ґалаґан")));
  }

  @Test
  void commasAloneSeparate() {
    assertThat(read("title;phone\nFire;1\n").faults())
        .containsExactly("1 title;phone unknown_column");
    assertThat(read("title\nFire;1\tx\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire;1\tx")));
  }

  @Test
  void wantsALineOfColumnNames() {
    assertThat(read("").faults()).containsExactly("1  no_columns");
  }

  @Test
  void readsNothingBelowColumnsThatAreNone() {
    ReadRows read = read("title,colour,title\nFire,red,Smoke\n");

    assertThat(read.faults()).containsExactly("1 colour unknown_column", "1 title duplicate");
    assertThat(read.errors().first().getFirst().detail())
        .isEqualTo("is unknown; these exist: phone, tags, title");
    assertThat(read.rows()).isEmpty();
  }

  @Test
  void repeatsNamesThatDoNotExistShortlyAndOnOneLine() {
    assertThat(read("\"a\nb" + "c".repeat(100) + "\"\n").errors().first().getFirst().field())
        .isEqualTo("a?b" + "c".repeat(37));
  }

  @Test
  void wantsACellForEachColumn() {
    ReadRows read = read("title,phone\nFire\nA,1,x\nSmoke,2\n");

    assertThat(read.errors().first())
        .containsExactly(
            new RowError(2, "", "cells", "must have 2 cells, not 1"),
            new RowError(3, "", "cells", "must have 2 cells, not 3"));
    assertThat(read.rows())
        .containsExactly(ImportRecord.ofTexts(4, Map.of("title", "Smoke", "phone", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Fire", "\"Fire\"x\n"})
  void tellsWhatIsNoCsv(String row) {
    ReadRows read = read("title\nSmoke\n" + row);

    assertThat(read.faults()).containsExactly("2  malformed");
    assertThat(read.rows()).hasSize(1);
  }

  @Test
  void takesCellsUpToALength() {
    assertThat(read("title\n" + "x".repeat(LONGEST_CELL) + "\n").rows()).hasSize(1);
    assertThat(read("title\n" + "x".repeat(LONGEST_CELL + 1) + "\n").faults())
        .containsExactly("1  malformed");
  }

  @Test
  void takesRowsUpToALength() {
    String cell = "x".repeat(LONGEST_CELL - 1) + ",";

    assertThat(read("title,tags,phone\n" + cell + cell + "1\n").rows()).hasSize(1);
    assertThat(read("title,tags,phone\n" + cell + cell + cell + "\n").faults())
        .containsExactly("1  malformed");
    assertThat(read("x,".repeat(100) + "x\n").faults()).containsExactly("1  malformed");
  }

  @Test
  void takesUtf8Alone() {
    byte[] latin = {'t', 'i', 't', 'l', 'e', '\n', (byte) 0xe4, '\n'};

    assertThat(ReadRows.of(new CsvRowReader(new ByteArrayInputStream(latin))).faults())
        .containsExactly("1  encoding");
  }

  @Test
  void stopsWhereNoMoreIsTaken() {
    ReadRows read = ReadRows.upTo(1, new CsvRowReader(file("title\nFire\nSmoke\n\"broken")));

    assertThat(read.rows()).hasSize(1);
    assertThat(read.faults()).isEmpty();
  }

  @Test
  void failsAsItsFileDoes() {
    ReadRows.assertFailsAsItsFileDoes("title\nFi", CsvRowReader::new);
  }
}
