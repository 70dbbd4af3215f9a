package dev.hexdesk.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.privacy.WordPattern;
import dev.hexdesk.domain.employee.IdentifyingText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings of what identifies a person {@link WordPattern} finds, whoever reads it. */
public abstract class WordPatternContract {
  /** The text with the mark in the place of what is found. */
  protected abstract String replaced(String text, String pattern);

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
        "O'Neil | O’Neil, O‘NEIL, Oʼneil, Oʻneil, O‛Neil, o neil and ONeil | [erased], [erased],"
            + " [erased], [erased], [erased], [erased] and [erased]",
        "O’Neil | O'Neil said so | [erased] said so",
        "Марʼяна | Мар'яна, МАР’ЯНА | [erased], [erased]",
        "Anna | Annaʼs mouse, Anna’s | [erased]ʼs mouse, [erased]’s",
        "Anna-Maria | Anna\u2011Maria, anna–maria | [erased], [erased]",
        "Anne-Marie | Anne Marie, AnneMarie, Anne Marie, Anne--Marie | [erased], [erased],"
            + " [erased], [erased]",
        "Zo-zo | zozo, Zo zo, zo.zo | [erased], [erased], [erased]",
        "ג׳ורג׳ | ג'ורג', ג’ורג’, גורג | [erased], [erased], [erased]",
        "בן־גוריון | בן-גוריון, בן גוריון | [erased], [erased]",
        "Gal·la | Gal.la, Gal•la, Galla, Gaŀla | [erased], [erased], [erased], [erased]",
        "St. John | St John, St.John, StJohn, St. John | [erased], [erased], [erased], [erased]",
        "علی\u200cرضا | علی رضا, علیرضا | [erased], [erased]",
        "van der Berg | Van der  Berg, vanderberg | [erased], [erased]",
        "’t Hooft | by 't Hooft, t hooft | by [erased], [erased]",
        "Zoë W. | Zoë W, Zoë W. | [erased], [erased]"
      })
  void findsANameWithAnySeparatorOrNone(String names, String text, String expected) {
    assertThat(erased(text, names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "O’Neil-Smith | oneil_smith, O_NEIL_SMITH, _oneil_smith_ | [erased], [erased], _[erased]_",
        "ZoëO’Neil | zoeoneil, ZoëONeil@x, zoe.oneil | [erased], [erased]@x, zoe.oneil",
        "Zoë; O’Neil | Zoe O'Neil, zoe.oneil | [erased] [erased], [erased].[erased]",
        "Zoë | Ｚｏë, Zo\u00adë, ZOË, Zoë, Z\u200boe | [erased], [erased], [erased], [erased],"
            + " [erased]",
        "Zoe | Zoë | [erased]",
        "Fiona | ﬁona, ⓕⓘⓞⓝⓐ, 𝐅𝐢𝐨𝐧𝐚 | [erased], [erased], [erased]",
        "Łukasz | Lukasz, ŁUKASZ | [erased], [erased]",
        "Семёнов | Семенов, СЕМЁНОВ, Семёнов | [erased], [erased], [erased]",
        "Семенов | Семёнов | [erased]",
        "Йосип; Андрей | Йосип Андреи, ЙОСИП АНДРЕЙ | [erased] [erased], [erased] [erased]",
        "Αλέξης; Τσίπρας | ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ, Αλεξησ | [erased] [erased], [erased]",
        "مُحَمَّد | محمد, م\u0640حمد | [erased], [erased]",
        "أحمد | احمد, إحمد, آحمد, أَحْمَد | [erased], [erased], [erased], [erased]",
        "احمد | أحمد | [erased]",
        "בן | בֶּן | [erased]",
        "कृष्ण | कृष्\u200dण | [erased]",
        "ガブ | ｶﾞﾌﾞ | [erased]"
      })
  void findsANameWithOtherMarksAndForms(String names, String text, String expected) {
    assertThat(erased(text, names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Müller | Müllers Drucker, MUELLERS | [erased]s Drucker, [erased]S",
        "Zoë; O’Neil | Zoë's, Zoës, O'Neils, zoes oneils | [erased]'s, [erased]s, [erased]s,"
            + " [erased]s [erased]s",
        "Petrenko | Petrenkos’ desk, Petrenko’s | [erased]s’ desk, [erased]’s",
        "Müller-Lüdenscheidt | Müller-Lüdenscheidts Drucker | [erased]s Drucker",
        "Ann | Anns, annS2, Annsx | [erased]s, annS2, Annsx"
      })
  void findsANameInTheGenitive(String names, String text, String expected) {
    assertThat(erased(text, names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Jürgen | Jurgen; Juergen; JÜRGEN; Jürgen | [erased]; [erased]; [erased]; [erased]",
        "Juergen | Jürgen; Jürgen; JUERGEN | [erased]; [erased]; [erased]",
        "Weiß | Weiss, WEISS, WEIẞ | [erased], [erased], [erased]",
        "Weiss | Weiß | [erased]",
        "Käthe; Böll | Kaethe Boell, Kathe Boll | [erased] [erased], [erased] [erased]",
        "Þórður; Ŋgo | Thordur, Þordur, þórður, THORDUR; Ngo | [erased], [erased], [erased],"
            + " [erased]; [erased]",
        "Thor | Þór, Tor | [erased], Tor",
        "Əliyev; Ɗan | Eliyev, Dan | [erased], [erased]",
        "Søren; Håkon; Kjær | Soeren Sören Soren, Haakon Hakon, Kjaer Kjär | [erased] [erased]"
            + " [erased], [erased] [erased], [erased] [erased]"
      })
  void findsANameInGermanTranscription(String names, String text, String expected) {
    assertThat(erased(text, names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "田中 | 田中さんから電話 | [erased]さんから電話",
        "田中; 太郎 | 田中太郎、太郎 | [erased]、[erased]",
        "王; 小明; 王 小明; 小明 王 | 王小明说打印机坏了 | [erased]说打印机坏了",
        "王; 小明; 王 小明; 小明 王 | 小明王、国王、王。 | [erased]、国王、[erased]。",
        "김; 철수; 김 철수; 철수 김 | 김철수가 말했다, 김밥 | [erased]가 말했다, 김밥",
        "สมชาย | คุณสมชายโทรมา | คุณ[erased]โทรมา",
        "Anna; 田中 | 田中Annaさん、Annaさん、Annab | [erased]さん、[erased]さん、Annab"
      })
  void findsANameWhereNoSpacesAreBetweenWords(String names, String text, String expected) {
    assertThat(erased(text, names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Ann | Annual, Joann, Ann2, Anné́e | Annual, Joann, Ann2, Anné́e",
        "Zoë | Zoëlle, Azoë, Zo, Zö | Zoëlle, Azoë, Zo, Zö",
        "Jürgen | Jorgen, Jurgensen, Jurg en, jürgen_s | Jorgen, Jurgensen, Jurg en, [erased]_s",
        "Jo | Jos, Joss | Jos, Joss",
        "Hans; Ross | Hanss, Rosss | Hanss, Rosss",
        "Марс | Марсs | Марсs",
        "zoe@example.co | zoe@example.cos | zoe@example.cos",
        "4711 | 4711s | 4711s",
        "Michael | Michal | Michal",
        "Juergen | Jurgen | Jurgen",
        "Семёнов | Семёнова, Семинов | Семёнова, Семинов",
        "Мари | Марий, Марй | Марий, Марй",
        "Анна | Аннада, Ганна | Аннада, Ганна",
        "محمد | محمدي | محمدي",
        "कृष्ण | कृष्णा, कष्ण | कृष्णा, कष्ण",
        "ガブ | カブ | カブ",
        "สมชาย | สมชาย์ | สมชาย์",
        "Anne-Marie | Anne and Marie, Anne | Anne and Marie, Anne",
        "J. R. | jr | jr",
        "zoe.w@example.com | zoew@example.com, zoe.w@exampleXcom | zoew@example.com,"
            + " zoe.w@exampleXcom"
      })
  void leavesOtherWordsAlone(String names, String text, String expected) {
    assertThat(erased(text, names)).isEqualTo(expected);
  }

  private String erased(String text, String words) {
    return replaced(
        text, WordPattern.of(Stream.of(words.split("; ")).map(IdentifyingText::new).toList()));
  }
}
