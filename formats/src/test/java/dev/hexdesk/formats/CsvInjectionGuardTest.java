package dev.hexdesk.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvInjectionGuardTest {
  private static final int TEXTS = 200_000;
  private static final String LETTERS = "=+-@＝'\";\t\r\n ,a1";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1, '=1+1",
        "'=1+1, ''=1+1",
        "＝1+1, '＝1+1",
        "x;=1+1, x;'=1+1",
        "x;'=1+1, x;''=1+1",
        "x;\"=1+1, x;'\"=1+1",
        "x;;@SUM(A1), x;;'@SUM(A1)"
      })
  void guardsWhateverASpreadsheetWouldRun(String meant, String written) {
    assertThat(CsvInjectionGuard.written(meant)).isEqualTo(written);
    assertThat(CsvInjectionGuard.read(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1+1=2",
        "it's so; isn't it",
        "a;b",
        "'quoted'",
        "one\n\ntwo",
        "x; = 1",
        "rock'n'roll;"
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(CsvInjectionGuard.written(text)).isEqualTo(text);
    assertThat(CsvInjectionGuard.read(text)).isEqualTo(text);
  }

  @Test
  void noPieceOfALineBeginsAFormulaWhereverASpreadsheetSplitsIt() {
    Random random = new Random(4180);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      String written = CsvInjectionGuard.written(text);
      // After an identifier, as in each file, so that quotation marks of CSV count for nothing.
      String line = "1,\"" + written.replace("\"", "\"\"") + "\",open";

      assertThat(Arrays.stream(line.split("[;\t\r\n]")).map(CsvInjectionGuardTest::unquoted))
          .as("%s written as %s", text, line)
          .noneMatch(piece -> !piece.isEmpty() && "=+-@＝".indexOf(piece.charAt(0)) >= 0);
      assertThat(CsvInjectionGuard.read(written)).as(written).isEqualTo(text);
    }
  }

  /** Two quotation marks may be nothing to a spreadsheet, and what follows them the cell. */
  private static String unquoted(String piece) {
    return piece.replaceFirst("^\"+", "");
  }

  private static String text(Random random) {
    return Stream.generate(() -> LETTERS.charAt(random.nextInt(LETTERS.length())))
        .limit(random.nextInt(12))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
