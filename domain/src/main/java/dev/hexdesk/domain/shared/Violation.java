package dev.hexdesk.domain.shared;

import java.util.OptionalInt;

/**
 * One reason why an input can't be accepted.
 *
 * @param field the field's name as people write it, {@code first_name}
 * @param index which element of it is at fault, from 0, where it is a list
 * @param code what kind of fault it is, for programs: {@code required}, {@code format}, {@code
 *     too_long} ...
 * @param detail what would be right, for people; never repeats the value
 */
public record Violation(String field, OptionalInt index, String code, String detail) {
  public Violation(String field, String code, String detail) {
    this(field, OptionalInt.empty(), code, detail);
  }

  /** The same fault of an element of a list. */
  public Violation at(int element) {
    return new Violation(field, OptionalInt.of(element), code, detail);
  }
}
