package dev.hexdesk.formats;

import static dev.hexdesk.formats.ReadRows.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportRecord.Cell;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonRowReaderTest {
  private static final int LONGEST_LINE = 1_000_000;

  private static ReadRows read(String text) {
    return ReadRows.of(new NdjsonRowReader(file(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void readsAnObjectFromEachLine(String lineEnd) {
    ReadRows read =
        read(
            """
            {"title": "Fire", "phone": null}

            {"title": "Ґалаґан \\n 2"}
            {}\
            """
                .replace("\n", lineEnd));

    assertThat(read.errorCodes()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            ImportRecord.ofTexts(1, Map.of("title", "Fire", "phone", "")),
            ImportRecord.ofTexts(3, Map.of("title", "Ґалаґан \n 2")),
            ImportRecord.ofTexts(4, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", " \n", "\u001a", "\u00a0\n\u001a\n"})
  void linesWithoutContentAreNone(String empty) {
    ReadRows read = read("{\"title\": \"Fire\"}\n" + empty);

    assertThat(read.errorCodes()).isEmpty();
    assertThat(read.rows()).hasSize(1);
  }

  @Test
  void keepsTheTypesOfValues() {
    assertThat(cell("12")).isEqualTo(new Cell.Number("12"));
    assertThat(cell("-9007199254740993")).isEqualTo(new Cell.Number("-9007199254740993"));
    assertThat(cell("\"12\"")).isEqualTo(new Cell.Text("12"));
    assertThat(cell("\"=1+1\"")).isEqualTo(new Cell.Text("=1+1"));
    assertThat(cell("\"'=1+1\"")).isEqualTo(new Cell.Text("'=1+1"));
    assertThat(cell("null")).isEqualTo(new Cell.Text(""));
    assertThat(cell("[]")).isEqualTo(new Cell.Texts(List.of()));
    assertThat(cell("[\"on site\", \"a,b\"]")).isEqualTo(new Cell.Texts(List.of("on site", "a,b")));
  }

  @Test
  void takesANumberForWholeWhoseFractionIsZero() {
    assertThat(cell("12.0")).isEqualTo(new Cell.Number("12"));
    assertThat(cell("1e3")).isEqualTo(new Cell.Number("1000"));
    assertThat(cell("9007199254740993.0")).isEqualTo(new Cell.Number("9007199254740993"));
    assertThat(cell("0e999999")).isEqualTo(new Cell.Number("0"));
  }

  private static Cell cell(String value) {
    return read("{\"tags\": " + value + "}").rows().getFirst().cells().get("tags");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "1e-3",
        "1e400",
        "9223372036854775808.0",
        "1e999999999",
        "true",
        "{}",
        "[1]",
        "[null]",
        "[[\"a\"]]"
      })
  void refusesWhatCanNot(String value) {
    ReadRows read = read("{\"tags\": " + value + "}\n{\"tags\": \"fire\"}");

    assertThat(read.errorCodes()).containsExactly("1 tags type");
    assertThat(read.rows()).containsExactly(ImportRecord.ofTexts(2, Map.of("tags", "fire")));
  }

  @Test
  void tellsOfEveryMemberAtFault() {
    ReadRows read = read("{\"colour\": 1, \"title\": true, \"a\\u0007\": 2}");

    assertThat(read.errorCodes())
        .containsExactly("1 colour unknown_column", "1 title type", "1 a? unknown_column");
    assertThat(read.rows()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\": \"Fire\"|malformed",
        "{\"title\": 1, \"title\": 2}|malformed",
        "{} {}|malformed",
        "title|malformed",
        "\"title\"|type"
      })
  void wantsOneObjectALine(String line, String code) {
    ReadRows read = read(line + "\n{}");

    assertThat(read.errorCodes()).containsExactly("1  " + code);
    assertThat(read.rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"title\": \"Fire\"}, {\"title\": \"Smoke\"}]",
        "\r\n[\r\n{\"title\": \"Fire\"},\r\n{\"title\": \"Smoke\"}\r\n]\r\n",
        "[{\"title\": \"Fire\"}]\n[{\"title\": \"Smoke\"}]",
        "{\n  \"title\": \"Fire\"\n}\n{\n  \"title\": \"Smoke\"\n}\n",
        "\uFEFF[\n  {\n    \"title\": \"Fire\"\n  },\n  {\n    \"title\": \"Smoke\"\n  }\n]"
      })
  void readsAListAndObjectsOfSeveralLines(String text) {
    ReadRows read = read(text);

    assertThat(read.errorCodes()).isEmpty();
    assertThat(read.rows())
        .extracting(ImportRecord::cells)
        .containsExactly(
            Map.of("title", new Cell.Text("Fire")), Map.of("title", new Cell.Text("Smoke")));
  }

  @Test
  void tellsWhereAnObjectOfAListBegins() {
    ReadRows read =
        read(
            "[\n"
                + "  {\"title\": \"Fire\"},\n"
                + "  {\n"
                + "\"titel\": \"Smoke\"},\n"
                + "  [1], 2,\n"
                + "  {\"title\": 1 2}\n"
                + "]");

    assertThat(read.errorCodes())
        .containsExactly("3 titel unknown_column", "5  type", "5  type", "6  malformed");
    assertThat(read.rows()).containsExactly(ImportRecord.ofTexts(2, Map.of("title", "Fire")));
    assertThat(read("[{\"title\": \"Fire\"}").errorCodes()).containsExactly("1  malformed");
    assertThat(ReadRows.upTo(1, new NdjsonRowReader(file("[{}, {}, nonsense"))).errorCodes())
        .isEmpty();
  }

  @Test
  void tellsWhatAColumnIsCalled() {
    assertThat(read("{\"Phone number\": \"1\"}").errors().first().getFirst().detail())
        .startsWith("is unknown; it is called phone here; these exist: ");
  }

  @Test
  void readsPastAByteOrderMark() {
    assertThat(read("\uFEFF{}").rows()).containsExactly(ImportRecord.ofTexts(1, Map.of()));
  }

  @Test
  void takesLinesUpToALength() {
    String rest = "{\"title\": \"\"}";
    String longest = "{\"title\": \"" + "x".repeat(LONGEST_LINE - rest.length()) + "\"}";

    assertThat(read("\n" + longest + "\n{}").rows()).hasSize(2);
    ReadRows tooLong = read("\n " + longest + "\n{}");
    assertThat(tooLong.errorCodes()).containsExactly("2  too_long");
    assertThat(tooLong.rows()).isEmpty();
    assertThat(
            read("[{},\n" + longest + ",\n {\"tags\": \"" + "x".repeat(2 * LONGEST_LINE) + "\"}]")
                .errorCodes())
        .containsExactly("3  too_long");
  }

  @Test
  void takesUtf8Alone() {
    byte[] latin = {'{', '}', '\n', '"', (byte) 0xe4, '"'};

    assertThat(ReadRows.of(new NdjsonRowReader(new ByteArrayInputStream(latin))).errors().count())
        .isOne();
  }

  @Test
  void stopsWhereNoMoreIsTaken() {
    ReadRows read = ReadRows.upTo(1, new NdjsonRowReader(file("{}\n{}\n{broken")));

    assertThat(read.rows()).hasSize(1);
    assertThat(read.errorCodes()).isEmpty();
  }

  @Test
  void failsAsItsFileDoes() {
    ReadRows.assertFailsAsItsFileDoes("{}\n{", NdjsonRowReader::new);
  }
}
