package dev.hexdesk.demo;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.FoldedText;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invented people of many languages, no two with the same phone or address. */
final class People {
  // Coprime to the numbers that there are, so that it meets each of them once.
  private static final long STRIDE = 618_033_989;
  private static final long PHONES = 1_000_000_000;
  private static final int YEARS_OLD_AT_MOST = 65;

  private final SeededRandom dice;
  private final List<Language> languages = new ArrayList<>();
  private final SkewedChoice<Place> places;
  private final Set<String> usernames = new HashSet<>();

  private record Name(String written, String latin) {}

  private record Language(List<Name> first, List<Name> last) {}

  private record Place(String city, String country, String code, List<String> streets) {}

  People(SeededRandom dice) {
    this.dice = dice;
    for (String line : WordList.lines("people.txt")) {
      List<String> parts = WordList.split(line, '|');
      int times = Integer.parseInt(parts.getFirst().substring(parts.getFirst().indexOf(' ') + 1));
      languages.addAll(
          Collections.nCopies(times, new Language(names(parts.get(1)), names(parts.get(2)))));
    }
    places =
        SkewedChoice.byRank(
            WordList.lines("places.txt").stream()
                .map(line -> WordList.split(line, '|'))
                .map(
                    it ->
                        new Place(it.get(0), it.get(1), it.get(2), WordList.split(it.get(3), ',')))
                .toList());
  }

  private static List<Name> names(String list) {
    return WordList.split(list, ',').stream().map(People::name).toList();
  }

  private static Name name(String entry) {
    int equals = entry.indexOf('=');
    return equals < 0
        ? new Name(entry, latin(entry))
        : new Name(entry.substring(0, equals), entry.substring(equals + 1));
  }

  /** The plain letters of a name in Latin ones. */
  private static String latin(String name) {
    return Normalizer.normalize(
            name.replace("ß", "ss")
                .replace("ı", "i")
                .replace("ł", "l")
                .replace("Ł", "l")
                .replace("Đ", "d")
                .replace("đ", "d"),
            Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z]", "");
  }

  void employee(CopyText rows, long id, long createdAt) {
    Language language = dice.any(languages);
    Name first = dice.any(language.first());
    Name last = dice.any(language.last());
    Place place = places.pick(dice);
    String nick = dice.chance(15) ? first.latin() + dice.below(100) : "";
    String phone = phone(place, id);
    String email = first.latin() + "." + last.latin() + id + "@example.com";
    rows.number(id).text(first.written()).text(last.written());
    rows.text(FoldedText.sortKey(last.written()));
    orNothing(rows, nick);
    rows.text(phone).text(email).text(EmailAddress.keyOf(email));
    orNothing(rows, dice.chance(80) ? birthday(createdAt) : "");
    rows.text(place.country()).text(place.city());
    orNothing(rows, dice.chance(90) ? dice.any(place.streets()) + " " + dice.between(1, 199) : "");
    rows.text(FoldedText.searchText(first.written(), last.written(), nick, phone, email));
    rows.number(1).moment(createdAt).moment(createdAt).endRow();
  }

  /** Writes a user who can't log in, and gives the name. */
  String user(
      CopyText rows,
      long number,
      String role,
      boolean disabled,
      String passwordHash,
      long createdAt) {
    Language language = dice.any(languages);
    Name first = dice.any(language.first());
    Name last = dice.any(language.last());
    String username = username(first.latin(), last.latin());
    String phone = phone(places.pick(dice), number);
    String email = username + "@desk.example.com";
    rows.text(username).text(Username.keyOf(username)).text(first.written()).text(last.written());
    rows.text(FoldedText.sortKey(last.written())).text(phone).text(email);
    rows.text(EmailAddress.keyOf(email)).text("{" + role + "}").flag(disabled).flag(true);
    rows.text(passwordHash);
    rows.text(FoldedText.searchText(username, first.written(), last.written(), phone, email));
    rows.number(1).moment(createdAt).moment(createdAt).endRow();
    return username;
  }

  /** Five to sixteen letters that nobody has yet. */
  private String username(String first, String last) {
    String wanted = "demo" + first + last;
    String stem = wanted.substring(0, Math.min(14, wanted.length()));
    String name = stem;
    while (!usernames.add(name)) {
      name = stem + (char) ('a' + dice.below(26)) + (char) ('a' + dice.below(26));
    }
    return name;
  }

  private static String phone(Place place, long number) {
    return "+" + place.code() + String.format(Locale.ROOT, "%09d", number * STRIDE % PHONES);
  }

  private String birthday(long createdAt) {
    return Instant.ofEpochMilli(createdAt)
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .minusYears(18)
        .minusDays(dice.below((YEARS_OLD_AT_MOST - 18) * 365))
        .toString();
  }

  private static void orNothing(CopyText rows, String value) {
    if (value.isEmpty()) {
      rows.nothing();
    } else {
      rows.text(value);
    }
  }
}
