package dev.hexdesk.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of one request's body and, when any is at fault, refuses it with all faults at
 * once.
 */
public final class FieldValidator {
  public static final String FIRST_NAME = "first_name";
  public static final String LAST_NAME = "last_name";

  private static final String UNKNOWN = "unknown_field";
  private static final String READ_ONLY = "read_only";

  private final Violations violations = new Violations();

  /**
   * @param unknown the body's members that the request does not have
   */
  public FieldValidator(@Nullable Map<String, ?> unknown) {
    this(unknown, ReadOnlyMembers.NONE);
  }

  /**
   * @param unknown the body's members that the request does not have
   * @param readable those among them that may be there where they say what is so already
   */
  public FieldValidator(@Nullable Map<String, ?> unknown, ReadOnlyMembers readable) {
    if (unknown != null) {
      Optional<JsonNode> present = readable.present(unknown);
      // The reader hands them over in no order that a sender would recognise.
      for (String member : new TreeSet<>(unknown.keySet())) {
        if (readable.ignores(member)) {
          continue;
        }
        if (!readable.has(member)) {
          unknown(member, readable.called(member));
        } else if (present
            .filter(now -> ReadOnlyMembers.same(now, member, unknown.get(member)))
            .isEmpty()) {
          violations.add(member, READ_ONLY, readable.refusal());
        }
      }
    }
  }

  /** Says that a member does not belong here. */
  public void unknown(String field) {
    unknown(field, Optional.empty());
  }

  private void unknown(String field, Optional<String> ours) {
    violations.add(
        field,
        UNKNOWN,
        "does not exist or can't be written"
            + ours.map(name -> "; it is called " + name + " here").orElse(""));
  }

  public <T> Checked<T> required(String field, @Nullable String raw, TextRule<T> rule) {
    return violations.required(field, raw, rule);
  }

  public <T> Checked<Optional<T>> optional(String field, @Nullable String raw, TextRule<T> rule) {
    return orNull(raw, () -> violations.optional(field, raw, rule));
  }

  /** An element of a list. */
  public <T> Checked<T> element(String list, int index, @Nullable String raw, TextRule<T> rule) {
    Violations found = new Violations();
    Checked<T> value = found.required(list, raw, rule);
    violations.addAll(found.all().stream().map(fault -> fault.at(index)).toList());
    return value;
  }

  /** A telephone number, and the extension that is given apart. */
  public Checked<Optional<PhoneNumber>> phone(
      @Nullable String raw, @Nullable String extension, TextRule<PhoneNumber> rule) {
    return orNull(raw, () -> violations.phone("phone", raw, "phone_extension", extension, rule));
  }

  /** A name of a person, of which a blank text says nothing. */
  public Checked<Optional<PersonName>> name(
      String field, @Nullable String raw, TextRule<PersonName> rule) {
    return violations.name(field, raw, rule);
  }

  /** Demands that a person has a first name, a last name or both. */
  public void requireName(@Nullable String firstName, @Nullable String lastName) {
    if ((firstName == null || !PersonName.isIn(firstName))
        && (lastName == null || !PersonName.isIn(lastName))) {
      violations.missingEither(FIRST_NAME, LAST_NAME);
    }
  }

  /** The refusal of a change that would leave somebody without a name. */
  public static ProblemException nameless() {
    FieldValidator fields = new FieldValidator(null);
    fields.requireName(null, null);
    return refusal(fields.errors(""));
  }

  /** A member of a merge patch for a name; a blank one clears it like null. */
  public Checked<Change<Optional<PersonName>>> nameChange(
      String field, Change<Optional<String>> member, TextRule<PersonName> rule) {
    return clearable(field, member.map(raw -> raw.filter(PersonName::isIn)), rule);
  }

  /** A field that is checked by the rule given here, where it is present. */
  public <R, T> Checked<T> present(String field, @Nullable R raw, Function<R, Checked<T>> check) {
    return raw == null ? violations.missing(field) : check.apply(raw);
  }

  /** A field that may be left out or null, checked by the rule given here. */
  public <R, T> Checked<Optional<T>> maybe(@Nullable R raw, Function<R, Checked<T>> check) {
    if (raw == null) {
      return Optional::empty;
    }
    Checked<T> value = orNull(raw, () -> check.apply(raw));
    return () -> Optional.of(value.get());
  }

  /** Who sends an empty text where nothing is to be told hears how that is told. */
  private <T> Checked<T> orNull(@Nullable Object raw, Supplier<Checked<T>> check) {
    return raw instanceof String text && WellFormed.isBlank(text)
        ? violations.advising("; null where there is none", check)
        : check.get();
  }

  /** A member of a merge patch that can be set but not cleared. */
  public <T> Checked<Change<T>> change(
      String field, Change<Optional<String>> member, TextRule<T> rule) {
    return change(field, member, raw -> violations.required(field, raw, rule));
  }

  /** A member of a merge patch that can be set but not cleared, checked by the rule given here. */
  public <R, T> Checked<Change<T>> change(
      String field, Change<Optional<R>> member, Function<R, Checked<T>> check) {
    return switch (member) {
      case Change.Keep<Optional<R>> ignored -> Change::keep;
      case Change.To<Optional<R>>(Optional<R> raw) -> {
        Checked<T> value = present(field, raw.orElse(null), check);
        yield () -> Change.to(value.get());
      }
    };
  }

  /** A member of a merge patch that can be set and cleared. */
  public <T> Checked<Change<Optional<T>>> clearable(
      String field, Change<Optional<String>> member, TextRule<T> rule) {
    return clearable(member, raw -> violations.required(field, raw, rule));
  }

  /** A member of a merge patch that can be set and cleared, checked by the rule given here. */
  public <R, T> Checked<Change<Optional<T>>> clearable(
      Change<Optional<R>> member, Function<R, Checked<T>> check) {
    return switch (member) {
      case Change.Keep<Optional<R>> ignored -> Change::keep;
      case Change.To<Optional<R>>(Optional<R> raw) -> {
        Checked<Optional<T>> value = maybe(raw.orElse(null), check);
        yield () -> Change.to(value.get());
      }
    };
  }

  /** A word that is the code of one of the values. */
  public <E extends Enum<E> & Coded> Checked<E> word(String field, String raw, Class<E> kind) {
    return word(field, raw, code -> Coded.find(kind, code), Coded.codes(kind));
  }

  /** Reads a word that must be one of a list. */
  public <T> Checked<T> word(
      String field, String raw, Function<String, Optional<T>> read, List<String> words) {
    Optional<T> value = read.apply(raw);
    if (value.isEmpty()) {
      violations.add(field, "unknown_value", "must be one of " + String.join(", ", words));
      return violations.unavailable(field);
    }
    return value::get;
  }

  /** Where rules of the business that check more than text report. */
  public Violations violations() {
    return violations;
  }

  /** What the checked fields make, or the refusal that names every fault. */
  public <T> T orRefuse(Supplier<T> input) {
    return switch (violations.outcome(input)) {
      case Violations.Outcome.Valid<T>(T value) -> value;
      case Violations.Outcome.Invalid<T> ignored -> throw refusal(errors(""));
    };
  }

  /**
   * All errors that were found, of an object that is a part of the body.
   *
   * @param pointer where that object is (RFC 6901); empty for the body itself
   */
  public List<Problem.Fault> errors(String pointer) {
    return violations.all().stream()
        .map(Problem.Fault::of)
        .map(fault -> fault.below(pointer))
        .toList();
  }

  /** The refusal of a body with these errors. */
  public static ProblemException refusal(List<Problem.Fault> errors) {
    Set<String> codes = errors.stream().map(Problem.Fault::code).collect(Collectors.toSet());
    return ProblemException.of(
        codes.equals(Set.of(UNKNOWN))
            ? ProblemType.UNKNOWN_FIELD
            : codes.equals(Set.of(READ_ONLY))
                ? ProblemType.READ_ONLY
                : ProblemType.VALIDATION_FAILED,
        errors.size() == 1 ? "One field is at fault." : errors.size() + " faults were found.",
        errors);
  }
}
