package dev.hexdesk.application.transfer;

import dev.hexdesk.application.transfer.ImportRecord.Cell;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.InstantParser;
import dev.hexdesk.domain.shared.InstantRange;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.shared.WellFormed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row, and tells all that is wrong with them. */
final class CellParser {
  /** With the fraction of zeros that programs write which know no whole numbers beside gaps. */
  private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]{0,17})(?:\\.0+)?");

  /**
   * With the year first, as nobody has the day second then: in the forms of ISO 8601, and as
   * spreadsheets in East Asia, Hungary and Sweden show it.
   */
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})(?:([-/.]) ?([0-9]{1,2})\\2 ?([0-9]{1,2})[.]?|([0-9]{2})([0-9]{2}))");

  /** What databases and libraries write behind a date. */
  private static final Pattern MIDNIGHT =
      Pattern.compile("[T ](?:0?0:00|0?0:00:00|00:00:00[.]0+)(?:Z|[+-][0-9]{2}:?[0-9]{2})?$");

  /**
   * A number of many digits, as Excel saves it where the column is too narrow: the rest is lost.
   */
  private static final Pattern SHORTENED = Pattern.compile("[0-9][.,]?[0-9]*E[+][0-9]{2,3}");

  private static final TextRule<ExternalId> EXTERNAL_ID = ExternalId.rule();

  private final ImportRecord row;
  private final Violations violations = new Violations();
  private final Set<String> onlyShown;
  private final Set<String> ofWrongType = new TreeSet<>();

  /**
   * Checks the types of the cells: where neither numbers nor lists are taken, texts are, and texts
   * are taken everywhere, as CSV knows nothing else.
   *
   * @param columns those that there are, with their types
   */
  CellParser(ImportRecord row, FileColumns<?> columns) {
    this.row = row;
    Set<String> numbers = columns.of(FileColumns.Type.NUMBER);
    Set<String> lists = columns.of(FileColumns.Type.TEXTS);
    onlyShown = columns.onlyShown();
    new TreeMap<>(row.cells())
        .forEach(
            (column, cell) -> {
              if (onlyShown.contains(column)) {
                requireNothing(column, cell);
                return;
              }
              boolean fits =
                  switch (cell) {
                    case Cell.Text text -> true;
                    case Cell.Number number -> numbers.contains(column);
                    case Cell.Texts texts -> lists.contains(column);
                  };
              if (!fits) {
                ofWrongType.add(column);
                violations.add(column, "type", typeOf(column, numbers, lists));
              }
            });
  }

  private void requireNothing(String column, Cell cell) {
    if (!(cell instanceof Cell.Text(String text) && WellFormed.isBlank(text))) {
      violations.add(column, "read_only", "can't be imported, and must be null or left out");
    }
  }

  private static String typeOf(String column, Set<String> numbers, Set<String> lists) {
    if (lists.contains(column)) {
      return "must be a list of texts, or one text";
    }
    return numbers.contains(column)
        ? "must be a whole number, a text or null"
        : "must be a text or null";
  }

  Violations violations() {
    return violations;
  }

  Set<String> given() {
    Set<String> given = new TreeSet<>(row.cells().keySet());
    given.removeAll(onlyShown);
    return given;
  }

  /** The change to a value, if the row has one of the columns: to nothing, if it is empty there. */
  <T> Change<T> ifGiven(T value, String... columns) {
    return Stream.of(columns).anyMatch(row.cells()::containsKey) ? Change.to(value) : Change.keep();
  }

  /** Whether the row has something there, be it of the wrong type. */
  boolean has(String column) {
    return ofWrongType.contains(column) || trimmed(column) != null;
  }

  /** The text of a cell that is more than free text: what is around it counts for nothing. */
  @Nullable String trimmed(String column) {
    String text = text(column);
    String trimmed = text == null ? "" : WellFormed.trimmed(text);
    return trimmed.isEmpty() ? null : trimmed;
  }

  /** The text of a cell that is not empty, or the digits of its number. */
  @Nullable String text(String column) {
    return switch (row.cells().get(column)) {
      case Cell.Text(String value) when !value.isEmpty() -> value;
      case Cell.Number(String digits) when !ofWrongType.contains(column) -> digits;
      case null, default -> null;
    };
  }

  /** The texts of a cell; a text that stands alone is taken apart at what separates texts in it. */
  List<String> texts(String column, Pattern separator) {
    String text = text(column);
    if (text != null) {
      return separator.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
    }
    return row.cells().get(column) instanceof Cell.Texts(List<String> values)
            && !ofWrongType.contains(column)
        ? values
        : List.of();
  }

  <T> Checked<T> required(String column, TextRule<T> rule) {
    return ofWrongType.contains(column)
        ? violations.unavailable(column)
        : violations.required(column, text(column), rule);
  }

  <T> Checked<Optional<T>> optional(String column, TextRule<T> rule) {
    return violations.optional(column, text(column), rule);
  }

  /** A text on one line; spreadsheets have line ends in their cells. */
  <T> Checked<Optional<T>> onOneLine(String column, TextRule<T> rule) {
    String text = text(column);
    return violations.optional(
        column,
        text == null || text.lines().count() < 2
            ? text
            : text.lines()
                .map(WellFormed::trimmed)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(", "))
                .replace(",,", ","),
        rule);
  }

  /** A name, of which there is nothing where the cell is blank. */
  Checked<Optional<PersonName>> name(String column, TextRule<PersonName> rule) {
    return violations.name(column, text(column), rule);
  }

  /** A number, with the extension that has a column of its own. */
  Checked<Optional<PhoneNumber>> phone(
      String column, String extension, TextRule<PhoneNumber> rule) {
    return violations.phone(column, text(column), extension, text(extension), rule);
  }

  /** An address, which other systems give with the name of who has it. */
  Checked<Optional<EmailAddress>> email(String column, TextRule<EmailAddress> rule) {
    String text = text(column);
    return violations.optional(column, text == null ? null : EmailAddress.inMailbox(text), rule);
  }

  Checked<Optional<ExternalId>> externalId(String column) {
    String text = trimmed(column);
    if (text != null && SHORTENED.matcher(text).matches()) {
      violations.add(
          column,
          "format",
          "is a number that a spreadsheet has shortened; have the column there as text, and save"
              + " the file again");
      return violations.unavailable(column);
    }
    return violations.optional(column, text, EXTERNAL_ID);
  }

  OptionalLong id(String column) {
    String text = trimmed(column);
    if (text == null) {
      return OptionalLong.empty();
    }
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      violations.add(column, "format", "must be a positive whole number");
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(number.group(1)));
  }

  /** One of some words, in any letter case: spreadsheets begin cells with a capital. */
  <E extends Enum<E> & Coded> Optional<E> word(String column, Class<E> kind) {
    String text = trimmed(column);
    if (text == null) {
      return Optional.empty();
    }
    Optional<E> value =
        Coded.find(kind, text).or(() -> Coded.find(kind, text.toLowerCase(Locale.ROOT)));
    if (value.isEmpty()) {
      violations.add(
          column, "unknown_value", "must be one of these: " + String.join(", ", Coded.codes(kind)));
    }
    return value;
  }

  Optional<LocalDate> date(String column, String example) {
    String text = trimmed(column);
    if (text == null) {
      return Optional.empty();
    }
    try {
      Matcher date = DATE.matcher(MIDNIGHT.matcher(text).replaceFirst(""));
      if (date.matches()) {
        return Optional.of(day(date));
      }
    } catch (DateTimeException noSuchDay) {
      // Refused below, like any other text that is no date.
    }
    violations.add(column, "format", "must be a date such as " + example + ", with the year first");
    return Optional.empty();
  }

  private static LocalDate day(Matcher date) {
    int month = date.group(2) == null ? 5 : 3;
    return LocalDate.of(
        Integer.parseInt(date.group(1)),
        Integer.parseInt(date.group(month)),
        Integer.parseInt(date.group(month + 1)));
  }

  Optional<Instant> moment(String column) {
    String text = trimmed(column);
    if (text == null) {
      return Optional.empty();
    }
    Optional<Instant> moment =
        InstantParser.parse(text).filter(InstantRange::contains).map(OffsetDateTime::toInstant);
    if (moment.isEmpty()) {
      violations.add(
          column,
          "format",
          "must be an instant "
              + InstantRange.MEANING
              + ", as 2026-11-23T10:15:30Z"
              + InstantParser.advice(text));
    }
    return moment;
  }

  /** A moment that has come already. */
  Optional<Instant> past(String column, Instant now) {
    Optional<Instant> moment = moment(column);
    if (moment.filter(now::isBefore).isPresent()) {
      violations.add(column, "in_future", "must not be in the future");
    }
    return moment;
  }
}
