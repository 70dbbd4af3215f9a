package dev.hexdesk.persistence.ticket;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The other ways to write what was typed, of which a text may have any: addresses of network cards
 * and account numbers in other groups of characters, compounds of a phrase in one word.
 */
final class OtherSpellings {
  private static final String HEX = "[0-9A-Fa-f]";

  /** As Unix, Windows and Cisco write an address (IEEE 802), and as one word. */
  private static final Pattern NETWORK_CARD =
      Pattern.compile("(?:%1$s{2}[:-]){5}%1$s{2}|(?:%1$s{4}[.]){2}%1$s{4}|%1$s{12}".formatted(HEX));

  /** Three bytes of one or more, the maker's first; no words and no dates. */
  private static final Pattern BEGINNING_OF_NETWORK_CARD =
      Pattern.compile(
          "(?=.*[0-9])(?=.*[A-Fa-f])(?:%1$s{2}(?:[:-]%1$s{2}){2,4}|%1$s{4}[.](?:%1$s{2}){1,2}|(?:%1$s{2}){3,5})"
              .formatted(HEX));

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[:.-]");

  /** ISO 13616: the country, two digits and the account. */
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z]{2}[0-9]{2}[0-9A-Za-z]{11,30}");

  /** As it is printed: in groups of four, with spaces. */
  private static final Pattern PRINTED_ACCOUNT =
      Pattern.compile(
          "(?<![0-9A-Za-z])[A-Z]{2}[0-9]{2}(?: [0-9A-Z]{4}){2,7}(?:"
              + " [0-9A-Z]{1,3})?(?![0-9A-Za-z])");

  private static final int FEWEST_DIGITS = 8;

  /** A number with its unit, {@code 16GB}, which others write apart. */
  private static final Pattern MEASURE = Pattern.compile("([0-9]+)([A-Za-z]{1,4})");

  /** A serial number or the like, in one word or with what people put between its parts. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?=.*[A-Za-z])(?=(?:.*[0-9]){3})[0-9A-Za-z]{1,20}(?:[-._/][0-9A-Za-z]{1,20}){0,4}");

  private static final Pattern BETWEEN_PARTS = Pattern.compile("[-._/]");

  private static final Pattern LETTERS_OR_DIGITS = Pattern.compile("[0-9]+|[A-Za-z]+");

  /** More of them are a hash. */
  private static final int MOST_PARTS = 4;

  /** What programs count with zeros in front of it: ORA-00600, INC0012345. */
  private static final Pattern NUMBERED =
      Pattern.compile("(?<kind>[A-Za-z]{2,10})[-_]?0*(?<number>[1-9][0-9]{1,6})");

  private static final int FEWEST_PLACES = 4;
  private static final int MOST_PLACES = 8;

  private static final Pattern VERSION = Pattern.compile("[vV]([0-9]+[.][0-9.]*[0-9])");

  /** RFC 9562, without its hyphens. */
  private static final Pattern UUID =
      Pattern.compile("(%1$s{8})(%1$s{4})(%1$s{4})(%1$s{4})(%1$s{12})".formatted(HEX));

  /** An amount, with cents or without, in digits alone. */
  private static final Pattern AMOUNT =
      Pattern.compile("(?<whole>[1-9][0-9]{3,8})(?:[.,](?<cents>[0-9]{2}))?");

  /** The same with its thousands apart, as one country or another has it. */
  private static final Pattern PRINTED_AMOUNT =
      Pattern.compile("[1-9][0-9]{0,2}(?:[.,'\u2019][0-9]{3}){1,2}(?:[.,](?<cents>[0-9]{2}))?");

  private static final Pattern BEFORE_THOUSANDS = Pattern.compile("(?<=[0-9])(?=(?:[0-9]{3})+$)");

  private static final Pattern ARABIC = Pattern.compile("[\u0621-\u064a]{3,}");
  private static final String ARTICLE = "\u0627\u0644";

  /** As programs join words, with what others leave out: {@code user_name}, {@code node.js}. */
  private static final Pattern JOINED = Pattern.compile("\\p{L}+(?:[._]\\p{L}+){1,3}");

  private static final Pattern JOINT = Pattern.compile("[._]");

  private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})\\p{Pd}(?=\\p{L})");

  private OtherSpellings() {}

  /** Whether a word is what addresses of network cards begin with. */
  static boolean isBeginningOfNetworkCard(String word) {
    return BEGINNING_OF_NETWORK_CARD.matcher(word).matches();
  }

  /** The search with each account number that is printed in groups as one word. */
  static String withWholeAccounts(String search) {
    return PRINTED_ACCOUNT
        .matcher(search)
        .replaceAll(it -> isAccount(it.group()) ? it.group().replace(" ", "") : it.group());
  }

  /** Words in capitals can be of four letters, too. */
  private static boolean isAccount(String printed) {
    return printed.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
  }

  /**
   * All ways to write a word or phrase, the one that was typed first.
   *
   * @param isPhrase whether the words of it have to follow each other
   */
  static Set<String> of(String text, boolean isPhrase) {
    Set<String> all = new LinkedHashSet<>(List.of(text));
    if (NETWORK_CARD.matcher(text).matches() || isBeginningOfNetworkCard(text)) {
      String digits = BETWEEN_DIGITS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
      all.addAll(List.of(digits, grouped(digits, 2), grouped(digits, 4)));
    }
    if (ACCOUNT.matcher(text).matches()) {
      all.add(grouped(text, 4));
    }
    Matcher measure = MEASURE.matcher(text);
    if (measure.matches()) {
      all.add(measure.group(1) + " " + measure.group(2));
    }
    if (CODE.matcher(text).matches()) {
      addCodes(BETWEEN_PARTS.matcher(text).replaceAll(""), all);
    }
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      addNumbers(numbered.group("kind") + " ", numbered.group("number"), all);
    }
    Matcher version = VERSION.matcher(text);
    if (version.matches()) {
      all.add(version.group(1));
    }
    if (UUID.matcher(text).matches()) {
      all.add(UUID.matcher(text).replaceAll("$1 $2 $3 $4 $5"));
    }
    addAmounts(text, all);
    if (ARABIC.matcher(text).matches()) {
      all.add(text.startsWith(ARTICLE) ? text.substring(ARTICLE.length()) : ARTICLE + text);
    }
    if (JOINED.matcher(text).matches()) {
      all.add(JOINT.matcher(text).replaceAll(""));
    }
    if (isPhrase) {
      all.add(HYPHEN.matcher(text).replaceAll(""));
    }
    return all;
  }

  private static void addCodes(String word, Set<String> all) {
    all.add(word);
    List<String> parts = LETTERS_OR_DIGITS.matcher(word).results().map(MatchResult::group).toList();
    if (parts.size() <= MOST_PARTS) {
      all.add(String.join(" ", parts));
    }
  }

  private static void addNumbers(String kind, String number, Set<String> all) {
    all.add(kind + number);
    for (int places = FEWEST_PLACES; places <= MOST_PLACES; places++) {
      if (places > number.length()) {
        all.add(kind + "0".repeat(places - number.length()) + number);
      }
    }
  }

  private static void addAmounts(String text, Set<String> all) {
    Matcher plain = AMOUNT.matcher(text);
    Matcher printed = PRINTED_AMOUNT.matcher(text);
    if (plain.matches()) {
      String whole = BEFORE_THOUSANDS.matcher(plain.group("whole")).replaceAll(" ");
      all.add(plain.group("cents") == null ? whole : whole + " " + plain.group("cents"));
    } else if (printed.matches()) {
      String cents = printed.group("cents");
      String whole = cents == null ? text : text.substring(0, printed.start("cents") - 1);
      String digits = NO_DIGIT.matcher(whole).replaceAll("");
      all.add(cents == null ? digits : digits + " " + cents);
    }
  }

  private static String grouped(String text, int size) {
    return Pattern.compile(".{1," + size + "}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.joining(" "));
  }
}
