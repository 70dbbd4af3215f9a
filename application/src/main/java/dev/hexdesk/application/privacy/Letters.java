package dev.hexdesk.application.privacy;

import dev.hexdesk.domain.shared.LetterCase;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Which characters are the same to whoever writes a name: without regard to letter case, to marks
 * that many leave out, and to compatible forms.
 */
final class Letters {
  /** Some count as letters to Unicode, but whoever types a name means the same by each. */
  static final CharacterSet APOSTROPHES =
      CharacterSet.ofCharacters(
          "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u055a\u05f3\u05f4\u2018\u2019\u201b\u2032"
              + "\ua78c\uff07\uff40");

  static final CharacterSet HYPHENS =
      CharacterSet.ofCharacters(
          "-\u058a\u05be\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u30a0\ufe58\ufe63\uff0d");

  static final CharacterSet DOTS =
      CharacterSet.ofCharacters(
          ".\u00b7\u0387\u2022\u2024\u2027\u2219\u22c5\u30fb\ufe52\uff0e\uff65");

  static final CharacterSet SPACES =
      CharacterSet.ofRanges(
          "\t\r"
              + "  \u0085\u0085\u00a0\u00a0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f"
              + "\u3000\u3000");

  /** What shapes letters or breaks lines, and has no width of its own. */
  static final CharacterSet INVISIBLE =
      CharacterSet.ofRanges(
          "\u00ad\u00ad\u034f\u034f\u061c\u061c\u180e\u180e\u200b\u200f\u202a\u202e\u2060\u2064"
              + "\u2066\u206f\ufe00\ufe0f\ufeff\ufeff\udb40\udd00\udb40\uddef");

  /** The scripts without spaces between words: the search's, and their forms of half a width. */
  static final CharacterSet UNSPACED =
      CharacterSet.ofRanges(
          "\u0e00\u109f\u1100\u11ff\u1780\u17ff\u1950\u19ff\u1a20\u1aaf\u2e80\u2fdf\u3005\u3007"
              + "\u3040\u30ff\u3131\u318e\u31f0\u31ff\u3400\u4dbf\u4e00\ua4cf\ua960\ua9df"
              + "\uaa60\uaa7f\uac00\ud7ff\uf900\ufaff\uff66\uffdc\ud840\udc00\ud8bf\udfff");

  private static final CharacterSet CYRILLIC_MARKS =
      INVISIBLE.and(
          CharacterSet.ofRanges(
              "\u0300\u0305\u0307\u0307\u0309\u036f\u0483\u0489\u1ab0\u1aff\u1dc0\u1dff\u20d0\u20ff"
                  + "\ufe20\ufe2f"));

  /** With breve and diaeresis, which make other letters in Cyrillic. */
  private static final CharacterSet MARKS =
      CYRILLIC_MARKS.and(CharacterSet.ofCharacters("\u0306\u0308"));

  private static final CharacterSet HEBREW_MARKS =
      INVISIBLE.and(
          CharacterSet.ofRanges(
              "\u0591\u05bd\u05bf\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u05c7\ufb1e\ufb1e"));

  /** With what makes a word wider. */
  private static final CharacterSet ARABIC_MARKS =
      INVISIBLE.and(
          CharacterSet.ofRanges(
              "\u0610\u061a\u0640\u0640\u064b\u065f\u0670\u0670\u06d6\u06dc\u06df\u06e4\u06e7\u06e8"
                  + "\u06ea\u06ed\u08d3\u08e1\u08e3\u08ff"));

  /** Letters that the search, too, takes for others though Unicode gives them no mark. */
  private static final Map<String, String> ALIKE =
      Map.ofEntries(
          Map.entry("ø", "o"),
          Map.entry("ł", "l"),
          Map.entry("đ", "d"),
          Map.entry("ð", "d"),
          Map.entry("þ", "th"),
          Map.entry("ħ", "h"),
          Map.entry("ŋ", "n"),
          Map.entry("ŧ", "t"),
          Map.entry("ɓ", "b"),
          Map.entry("ɗ", "d"),
          Map.entry("ƙ", "k"),
          Map.entry("ƴ", "y"),
          Map.entry("ə", "e"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"),
          Map.entry("\u0671", "\u0627"),
          Map.entry("\u0649", "\u064a"),
          Map.entry("\u06cc", "\u064a"),
          Map.entry("\u06a9", "\u0643"),
          Map.entry("\u0629", "\u0647"),
          Map.entry("\u06c1", "\u0647"),
          Map.entry("\u06d5", "\u0647"));

  /** The characters that are the same, by what all of them fold to. */
  private static final Map<String, String> FORMS = forms();

  private Letters() {}

  /**
   * What may stand after a letter, or be left out, and it is the same letter. The vowels of Indic
   * scripts and the like are marks to Unicode, too, but no such ones. Cyrillic letters are others
   * with a breve or diaeresis, but for ё, which many write without.
   */
  static CharacterSet marksAfter(int letter) {
    return switch (UnicodeScript.of(letter)) {
      case LATIN, GREEK, COMMON, INHERITED -> MARKS;
      case CYRILLIC -> letter == 'е' || letter == 'Е' ? MARKS : CYRILLIC_MARKS;
      case HEBREW -> HEBREW_MARKS;
      case ARABIC -> ARABIC_MARKS;
      default -> INVISIBLE;
    };
  }

  static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  /** The character without marks, as small letters; several where it stands for several. */
  static String folded(int point) {
    String parts = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    CharacterSet marks = marksAfter(parts.codePointAt(0));
    StringBuilder kept = new StringBuilder();
    for (int part : parts.codePoints().toArray()) {
      if (!marks.has(part) && !DOTS.has(part) && !APOSTROPHES.has(part)) {
        String small = LetterCase.folded(Character.toString(part));
        kept.append(ALIKE.getOrDefault(small, small));
      }
    }
    return Normalizer.normalize(kept, Normalizer.Form.NFC);
  }

  /** All characters that fold to this; empty where none do. */
  static String forms(String folded) {
    return FORMS.getOrDefault(folded, "");
  }

  private static Map<String, String> forms() {
    Map<String, String> forms = new HashMap<>();
    for (int point = 'A'; point <= Character.MAX_CODE_POINT; point++) {
      if (mayHaveForms(point)) {
        forms.merge(folded(point), Character.toString(point), String::concat);
      }
    }
    return forms;
  }

  private static boolean mayHaveForms(int point) {
    // Of which there are very many, each is by itself.
    boolean isAlone =
        point >= 0x3400 && point <= 0x9fff
            || point >= 0xac00 && point <= 0xd7a3
            || point >= 0x20000 && point <= 0x2f7ff
            || point >= 0x30000;
    boolean isCircled = point >= 0x24b6 && point <= 0x24e9;
    return isCircled || !isAlone && Character.isLetterOrDigit(point);
  }
}
