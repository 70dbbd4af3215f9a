package dev.hexdesk.formats;

import static dev.hexdesk.formats.ReadRows.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.RowError;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
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

    assertThat(read.errorCodes()).isEmpty();
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
  void takesTextsOutOfTheFormulasThatKeepThemTexts() {
    assertThat(read("title,phone\n\"=\"\"0815\"\"\",\"=\"\"+38050\"\"\"\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "0815", "phone", "+38050")));
    assertThat(read("title,phone\n=\"0815\",\"'=\"\"1\"\"\"\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "0815", "phone", "=\"1\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject,Phone number",
        "summary,Telephone",
        "SUBJECT;Telephone Number",
        "subject\tphone",
        "Betreff;Telefon",
        "Titel;Tel.",
        "Título;Teléfono",
        "objet;Téléphone",
        "ТЕМА;Телефон"
      })
  void readsWhatOtherSystemsCallColumns(String names) {
    String separator = names.replaceAll("[^,;\t]", "");
    assertThat(read(names + "\nFire" + separator + "1\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire", "phone", "1")));
    assertThat(read("title,subject\n").errorCodes()).containsExactly("1 title duplicate");
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(read("\uFEFFtitle\nҐалаґан\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Ґалаґан")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void takesForTheSeparatorWhatMakesColumnsOfTheFirstLine(String separator) {
    ImportRecord row = ImportRecord.ofTexts(2, Map.of("title", "a,b;c\td|e", "phone", "1"));

    assertThat(read("title%sphone\r\n\"a,b;c\td|e\"%<s1\r\n".formatted(separator)).rows())
        .containsExactly(row);
  }

  @Test
  void whereSeparatorsCompeteTheLineOfNamesDecides() {
    assertThat(read("title;phone\nFire, smoke, and more;1\n").rows())
        .containsExactly(
            ImportRecord.ofTexts(2, Map.of("title", "Fire, smoke, and more", "phone", "1")));
    assertThat(read("title,phone\nFire;1;2,1\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire;1;2", "phone", "1")));
    assertThat(read("title\nFire;1\tx\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire;1\tx")));
    assertThat(read("\"title\";\"phone\";\"a,b,c\"\n").errorCodes())
        .containsExactly("1 a,b,c unknown_column");
    assertThat(read("name;colour\n").errorCodes())
        .containsExactly("1 name unknown_column", "1 colour unknown_column");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;",
        "SEP=;",
        "\"sep=;\"",
        "sep=;;;;",
        "\uFEFFsep=;",
        "\r\n;;\r\nsep=;",
        "sep=; "
      })
  void takesTheSeparatorThatALineAboveTheNamesTells(String line) {
    ReadRows read = read(line + "\r\ntitle;phone\r\na,b;1\r\n");

    assertThat(read.errorCodes()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            ImportRecord.ofTexts(
                3 + line.chars().filter(it -> it == '\n').count(),
                Map.of("title", "a,b", "phone", "1")));
  }

  @Test
  void theLineAboveTheNamesMayTellOfATab() {
    assertThat(read("sep=\t\ntitle\tphone\na\t1\n").rows())
        .containsExactly(ImportRecord.ofTexts(3, Map.of("title", "a", "phone", "1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title,PHONE",
        " title , phone ",
        "title, phone",
        "\u00a0title,\tPhone\u3000",
        "\"Title\", \"Phone\"",
        "\" title\" ,\"phone \""
      })
  void namesOfColumnsMayHaveCapitalsAndOuterSpaces(String names) {
    assertThat(read(names + "\nFire,1\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire", "phone", "1")));
  }

  @Test
  void aColumnIsTheSameInCapitals() {
    assertThat(read("title,Title \nFire,1\n").errorCodes()).containsExactly("1 title duplicate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",,\r\n,,\r\n",
        "\r\n\r\n",
        " \r\n",
        " , ,\t,,\r\n",
        "\u001a",
        "\"\",\"\"\r\n",
        "\u00a0\r\n\u001a\r\n"
      })
  void rowsWithoutContentAreNone(String empty) {
    ReadRows read = read("title,phone\r\nFire,1\r\n" + empty);

    assertThat(read.errorCodes()).isEmpty();
    assertThat(read.rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire", "phone", "1")));
  }

  @Test
  void rowsWithoutContentStandAnywhere() {
    assertThat(read(";;\n\n;;;\ntitle;phone;;\n;;;\nFire;1;;\n;;;\nSmoke;2;;\n").rows())
        .containsExactly(
            ImportRecord.ofTexts(6, Map.of("title", "Fire", "phone", "1")),
            ImportRecord.ofTexts(8, Map.of("title", "Smoke", "phone", "2")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 120, 1_022, 16_000})
  void columnsWithoutNameAndContentAreNone(int more) {
    String commas = ",".repeat(more);
    ImportRecord row = ImportRecord.ofTexts(2, Map.of("title", "Fire", "phone", "1"));

    assertThat(read("title,phone" + commas + "\nFire,1" + commas + "\n").rows())
        .containsExactly(row);
    assertThat(read("title,phone" + commas + "\nFire,1\n").rows()).containsExactly(row);
    assertThat(read("title,phone\nFire,1" + commas + " \n").rows()).containsExactly(row);
    assertThat(read("title" + commas + ",phone\nFire" + commas + ",1\n").rows())
        .containsExactly(row);
  }

  @Test
  void whatStandsInAColumnWithoutANameIsNotLost() {
    assertThat(read("title,,phone,,\nFire,x,1,,\nFire,,1,,x\nSmoke, ,2,,\n").errors().first())
        .containsExactly(
            new RowError(2, "", "cells", "cell 2 must be empty: its column has no name"),
            new RowError(3, "", "cells", "must have 3 cells, not 5"));
  }

  @Test
  void wantsALineOfColumnNames() {
    assertThat(read("").errorCodes()).containsExactly("1  no_columns");
    assertThat(read("\n\nsep=;\n \n").errorCodes()).containsExactly("1  no_columns");
  }

  @Test
  void readsNothingBelowColumnsThatAreNone() {
    ReadRows read = read("title,colour,title\nFire,red,Smoke\n");

    assertThat(read.errorCodes()).containsExactly("1 colour unknown_column", "1 title duplicate");
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

    assertThat(read.errorCodes()).containsExactly("3  malformed");
    assertThat(read.errors().first().getFirst().detail()).contains("quotation mark");
    assertThat(read.rows()).hasSize(1);
  }

  @Test
  void takesCellsUpToALength() {
    assertThat(read("title\n" + "x".repeat(LONGEST_CELL) + "\n").rows()).hasSize(1);
    assertThat(read("title\n" + "x".repeat(LONGEST_CELL + 1) + "\n").errorCodes())
        .containsExactly("2  malformed");
  }

  @Test
  void takesRowsUpToALength() {
    String cell = "x".repeat(LONGEST_CELL - 1) + ",";

    assertThat(read("title,tags,phone\n" + cell + cell + "1\n").rows()).hasSize(1);
    assertThat(read("title,tags,phone\n" + cell + cell + cell + "\n").errorCodes())
        .containsExactly("2  malformed");
    assertThat(read("x,".repeat(16_384) + "x\n").errorCodes()).containsExactly("1  malformed");
  }

  @Test
  void takesUtf8Alone() {
    byte[] latin = {'t', 'i', 't', 'l', 'e', '\n', (byte) 0xe4, '\n'};

    assertThat(ReadRows.of(new CsvRowReader(new ByteArrayInputStream(latin))).errorCodes())
        .containsExactly("2  encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void tellsTheLineThatIsNoUtf8(String lineEnd) {
    String rows = ("title" + lineEnd).repeat(1) + ("Größe 🔥" + lineEnd).repeat(9000);
    byte[] good = rows.getBytes(UTF_8);
    byte[] file = Arrays.copyOf(good, good.length + 1);
    file[good.length] = (byte) 0xe4;

    ReadRows read = ReadRows.of(new CsvRowReader(new ByteArrayInputStream(file)));

    assertThat(read.errorCodes()).containsExactly("9002  encoding");
    assertThat(read.rows()).hasSizeBetween(8999, 9000);
  }

  @Test
  void readsPastWhatPowerShellWritesAboveTheNames() {
    ReadRows read =
        read("#TYPE Selected.Microsoft.ADUser\r\n\"title\";\"phone\"\r\n\"Fire\";\"1\"\r\n");

    assertThat(read.rows())
        .containsExactly(ImportRecord.ofTexts(3, Map.of("title", "Fire", "phone", "1")));
  }

  @Test
  void takesEachColumnOfTags() {
    assertThat(read("title,Labels,Labels,Labels\nFire,a,,b\nSmoke,,,\n").rows())
        .containsExactly(
            ImportRecord.ofTexts(2, Map.of("title", "Fire", "tags", "a b")),
            ImportRecord.ofTexts(3, Map.of("title", "Smoke", "tags", "")));
    assertThat(read("title,Subject\nFire,Smoke\n").errorCodes())
        .containsExactly("1 title duplicate");
  }

  @Test
  void stopsWhereNoMoreIsTaken() {
    ReadRows read = ReadRows.upTo(1, new CsvRowReader(file("title\nFire\nSmoke\n\"broken")));

    assertThat(read.rows()).hasSize(1);
    assertThat(read.errorCodes()).isEmpty();
  }

  @Test
  void failsAsItsFileDoes() {
    ReadRows.assertFailsAsItsFileDoes("title\nFi", CsvRowReader::new);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Title,Phone", "TITLE,phone *", "\"Ti-tle\",Phone:", "title ,'phone'"})
  void readsNamesOfColumnsAsPeopleWriteThem(String names) {
    assertThat(read(names + "\nFire,1\n").rows())
        .containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire", "phone", "1")));
  }

  @Test
  void oneColumnWrittenInTwoWaysIsThereTwice() {
    assertThat(read("title,Ti tle\n").errorCodes()).containsExactly("1 title duplicate");
  }
}
