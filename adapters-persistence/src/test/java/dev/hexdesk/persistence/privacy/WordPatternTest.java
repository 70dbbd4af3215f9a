package dev.hexdesk.persistence.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.persistence.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings of what identifies a person are found, by PostgreSQL itself. */
class WordPatternTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call 020 7183 8751 now | Call [erased] now",
        "Call +44 (0)20 7183-8751. | Call [erased].",
        "tel:+44-20-7183-8751; | tel:[erased];",
        "02071838751 | [erased]",
        "+442071838751 | [erased]",
        "+44 20 7183 8751, 442071838751 | [erased], [erased]",
        "0044 20 7183 8751 | [erased]",
        "(020) 7183 8751 | [erased]",
        "(+44) 20/7183.8751 | [erased]",
        "20\u00a07183\u20118751 | [erased]",
        "020 7183_8751 | [erased]",
        "０２０７１８３８７５１ | [erased]",
        "02071838751x | 02071838751x",
        "020718387512 | 020718387512",
        "920 7183 8751 | 920 7183 8751",
        "7183 8752 | 7183 8752",
        "20 of 7183 and 8751 | 20 of 7183 and 8751"
      })
  void findsANumberHoweverItIsWritten(String text, String expected) {
    assertThat(erased(text, "+442071838751")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+7 495 123-45-67 | 8 (495) 123-45-67 | [erased]",
        "+1 650 555 1234 | 1-650-555-1234 or (650) 555-1234 | [erased] or [erased]",
        "020 7183 8751 | +44 20 7183 8751 or 02071838751 | [erased] or [erased]",
        "0044 20 7183 8751 | 020 7183 8751 | [erased]",
        "+4930123450;ext=17 | 030 123450 ext 17 | [erased] ext 17",
        "+49301234 | 301234 or 030/1234 | 301234 or 030/1234",
        "+49301234 | +49 (0)30 1234 | [erased]",
        "+00000000004 | 4 and +00000000004 | 4 and [erased]",
        "4711 | 47 11 is not 4711 | 47 11 is not [erased]"
      })
  void findsNumbersOfAnyCountry(String number, String text, String expected) {
    assertThat(erased(text, number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "O'Neil | O’Neil, O‘NEIL, Oʼneil, Oʻneil and ONeil | [erased], [erased], [erased], [erased]"
            + " and [erased]",
        "O’Neil | O'Neil said so | [erased] said so",
        "Марʼяна | Мар'яна, МАР’ЯНА | [erased], [erased]",
        "Anna | Annaʼs mouse, Anna’s | [erased]ʼs mouse, [erased]’s",
        "Anna-Maria | Anna‑Maria, anna–maria | [erased], [erased]"
      })
  void findsANameWithAnyApostropheAndHyphen(String name, String text, String expected) {
    assertThat(erased(text, name)).isEqualTo(expected);
  }

  private static String erased(String text, String word) {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT regexp_replace(?, ?, '\\1[erased]', 'g')")
                    .bind(0, text)
                    .bind(1, WordPattern.of(List.of(word)))
                    .mapTo(String.class)
                    .one());
  }
}
