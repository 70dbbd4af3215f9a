package dev.hexdesk.bootstrap.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings telephone numbers as people write them to the form in which they are stored, E.164, where
 * it is plain which number is meant.
 */
public final class PhoneSpelling {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern STORED = Pattern.compile("\\+[1-9][0-9]{6,14}(?:;ext=[0-9]{1,7})?");

  /** What comes along when a number is copied, and is none of it. */
  private static final Pattern AROUND = Pattern.compile("[\\p{IsWhite_Space}\\p{Cf}]+");

  /** Letters may stand for digits too, but not on this side of advertisements. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\(?[+\uff0b]?[\\p{Nd}(][\\p{Nd}\\p{Pd}\\p{IsWhite_Space}()./\u2212]*"
              + "(?:;ext=[0-9]{1,7})?");

  /** What address books and links put before a number. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:tel|telephone|telefon|phone|fon|mobile?|mob|cell|callto|office|work|home|direct|business|[tpm](?=[.:])|[\u260e\u260f\u2706\\x{1f4de}\\x{1f4f1}]\ufe0f?|тел)\\.?"
              + " ?:? ?(?=[(+\uff0b\\p{Nd}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** An extension, as some languages have it; written as RFC 3966 does. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[ ,;]*\\(?(?:ext(?:n|ensi[oó]n)?|x|\u00d7|#|доб|вн|durchwahl|dw|nebenstelle|nst|app(?:arat)?|int(?:erno)?|poste|anexo|ramal|toestel|wewn?|内線|分机|分機|转|轉)\\.?"
              + " ?[:=]? ?([0-9]{1,7})\\)?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Two numbers that differ in their last digits alone: {@code 123456 / 57}. */
  private static final Pattern TWO_NUMBERS = Pattern.compile(".*\\p{Nd}{4} ?/ ?\\p{Nd}{1,3}");

  private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^00[ -]?(?=[1-9])");
  private static final int LONGEST = 100;

  /** The region of numbers that have the code of their country. */
  private static final String NOWHERE = "ZZ";

  /** Where national numbers are at home; empty where none are taken. */
  private final Optional<String> region;

  /**
   * @param region by its ISO 3166 code; empty where only numbers with the code of their country are
   *     taken
   */
  public PhoneSpelling(Optional<String> region) {
    this.region = region;
  }

  /** Whether there is such a region. */
  public static boolean isRegion(String code) {
    return NUMBERS.getSupportedRegions().contains(code);
  }

  /** The number in E.164; whatever is no possible number comes back as it is. */
  public String normalized(String raw) {
    String text = AROUND.matcher(raw).replaceAll(" ").strip();
    return STORED.matcher(text).matches() || text.length() > LONGEST
        ? text
        : inOneForm(text).flatMap(this::read).orElse(text);
  }

  private static Optional<String> inOneForm(String text) {
    String bare = LABEL.matcher(text).replaceFirst("");
    return Optional.of(EXTENSION.matcher(bare).replaceFirst(";ext=$1"))
        .filter(it -> WRITTEN.matcher(it).matches() && !TWO_NUMBERS.matcher(it).matches());
  }

  private Optional<String> read(String text) {
    String abroad = INTERNATIONAL_PREFIX.matcher(text).replaceFirst("+");
    return region.flatMap(home -> read(text, home)).or(() -> read(abroad, NOWHERE));
  }

  private static String written(Phonenumber.PhoneNumber number) {
    String plain = NUMBERS.format(number, PhoneNumberFormat.E164);
    return number.hasExtension()
        ? plain + PhoneNumber.BEFORE_EXTENSION + number.getExtension()
        : plain;
  }

  private static Optional<String> read(String text, String region) {
    try {
      Phonenumber.PhoneNumber number = NUMBERS.parse(text, region);
      return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(written(number))
          : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }
}
