package dev.hexdesk.persistence.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.persistence.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a text doesn't have is not replaced in it: that must not be seen in what becomes of it. */
class FoldedLettersTest {
  private static final int[] ZEROS = {
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810
  };

  private static final String DIGITS =
      IntStream.of(ZEROS)
          .flatMap(zero -> IntStream.range(zero, zero + 10))
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  /** Each character behind a letter with a mark, and between letters that marks may belong to. */
  private static final String TEXTS =
      """
      WITH texts AS MATERIALIZED (
        SELECT replace(form, '?', chr(code)) AS said
          FROM (SELECT generate_series(1, x'33ff'::int) UNION ALL
                SELECT generate_series(x'a640'::int, x'abff'::int) UNION ALL
                SELECT generate_series(x'f900'::int, x'ffff'::int) UNION ALL
                SELECT generate_series(x'1d400'::int, x'1d7ff'::int)) AS codes (code),
               unnest('{"é?","ée?a","éи?ي"}'::text[]) AS form
      )
      """;

  private static final String COMPOSED_OTHERWISE =
      TEXTS
          + """
          SELECT said
            FROM texts
           WHERE hexdesk_composed(said) IS DISTINCT FROM
                 translate(normalize(translate(said, '\u2116\u2120\u2121\u2122', '    '), NFKC),
                           '%s', repeat('0123456789', %d))
          """
              .formatted(DIGITS, ZEROS.length);

  private static final String UNMARKED_OTHERWISE =
      TEXTS
          + """
          , bare AS MATERIALIZED (
            SELECT said,
                   translate(
                     normalize(
                       regexp_replace(
                         normalize(hexdesk_composed(said), NFKD),
                         '[\\u0300-\\u0305\\u0307\\u0309-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1'
                         || '\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f'
                         || '\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u08d3-\\u08ff'
                         || '\\ufe00-\\ufe0f]+|(?<![\\u0400-\\u04ff])[\\u0306\\u0308]+',
                         '', 'g'),
                       NFKC),
                     E'łŁøØđĐðÐħĦŋŊŧŦɓƁɗƊƙƘƴƳəƏıςёЁٱةىیکہە\\u00ad\\u200b\\u200c\\u200d\\u2060\\ufeff',
                     'lLoOdDdDhHnNtTbBdDkKyYeEiσеЕاهييكهه') AS plain
              FROM texts
          )
          SELECT said
            FROM bare
           WHERE hexdesk_unmarked(said) IS DISTINCT FROM
                 replace(replace(replace(replace(replace(replace(replace(replace(
                   plain, 'ß', 'ss'), 'ẞ', 'SS'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'), 'Œ', 'OE'),
                   'þ', 'th'), 'Þ', 'TH')
          """;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void compatibleSpellingsAreOne() {
    assertThat(DATABASE.strings(COMPOSED_OTHERWISE)).isEmpty();
  }

  @Test
  void marksAreTakenAway() {
    assertThat(DATABASE.strings(UNMARKED_OTHERWISE)).isEmpty();
  }
}
