package dev.hexdesk.domain.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is wrong with an input, so that its sender hears of all faults at once.
 */
public final class Violations {
  private final List<Violation> found = new ArrayList<>();

  /** A checked field, to be read by {@link #get} once no violation was found. */
  @FunctionalInterface
  public interface Checked<T> extends Supplier<T> {}

  /** The outcome of checking a whole input. */
  public sealed interface Outcome<T> {
    record Valid<T>(T value) implements Outcome<T> {}

    record Invalid<T>(List<Violation> violations) implements Outcome<T> {
      public Invalid {
        violations = List.copyOf(violations);
      }
    }
  }

  public void add(String field, String code, String detail) {
    found.add(new Violation(field, code, detail));
  }

  /** Demands an order of two moments, where both are told. */
  public void requireOrder(
      String earlierField, Optional<Instant> earlier, String field, Optional<Instant> later) {
    if (earlier.isPresent() && later.isPresent() && later.get().isBefore(earlier.get())) {
      add(field, "order", "must not be before " + earlierField);
    }
  }

  public void addAll(List<Violation> violations) {
    found.addAll(violations);
  }

  /** Checks a field that must be there. */
  public <T> Checked<T> required(String field, @Nullable String raw, TextRule<T> rule) {
    if (raw == null) {
      return missing(field);
    }
    return checked(field, raw, rule);
  }

  /** Checks a field that may be left out. */
  public <T> Checked<Optional<T>> optional(String field, @Nullable String raw, TextRule<T> rule) {
    if (raw == null) {
      return Optional::empty;
    }
    Checked<T> value = checked(field, raw, rule);
    return () -> Optional.of(value.get());
  }

  /** Checks a telephone number that may be left out, and the extension that is given apart. */
  public Checked<Optional<PhoneNumber>> phone(
      String field,
      @Nullable String raw,
      String extensionField,
      @Nullable String extension,
      TextRule<PhoneNumber> rule) {
    Checked<Optional<PhoneNumber>> phone = optional(field, raw, rule);
    if (extension == null) {
      return phone;
    }
    if (raw == null) {
      missing(field);
    }
    Checked<Optional<String>> checked =
        optional(extensionField, extension, PhoneNumber.extensionRule());
    return () -> phone.get().map(number -> number.withExtension(checked.get()));
  }

  /** Checks a name of a person, of which a blank text says nothing. */
  public Checked<Optional<PersonName>> name(
      String field, @Nullable String raw, TextRule<PersonName> rule) {
    return optional(field, raw != null && PersonName.isIn(raw) ? raw : null, rule);
  }

  /**
   * Makes a check, and adds to each fault that it finds what else would be right.
   *
   * @param advice goes on with the detail of a fault
   */
  public <T> Checked<T> advising(String advice, Supplier<Checked<T>> check) {
    int before = found.size();
    Checked<T> value = check.get();
    found
        .subList(before, found.size())
        .replaceAll(it -> new Violation(it.field(), it.index(), it.code(), it.detail() + advice));
    return value;
  }

  /** Says that one of two fields must be there, and that neither is. */
  public void missingEither(String field, String other) {
    add(field, "required", "is required where there is no " + other);
    add(other, "required", "is required where there is no " + field);
  }

  /** Says that a required field is missing. */
  public <T> Checked<T> missing(String field) {
    add(field, "required", "is required");
    return unavailable(field);
  }

  /** Stands for a field that was found at fault. */
  public <T> Checked<T> unavailable(String field) {
    return () -> {
      throw new IllegalStateException(field + " was refused and has no value");
    };
  }

  private <T> Checked<T> checked(String field, String raw, TextRule<T> rule) {
    Optional<Violation> fault = rule.faultOf(field, raw);
    if (fault.isPresent()) {
      found.add(fault.get());
      return unavailable(field);
    }
    T value = rule.read(raw);
    return () -> value;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> all() {
    return List.copyOf(found);
  }

  /** Builds the checked input, or tells all that is wrong with it. */
  public <T> Outcome<T> outcome(Supplier<T> input) {
    return found.isEmpty() ? new Outcome.Valid<>(input.get()) : new Outcome.Invalid<>(all());
  }
}
