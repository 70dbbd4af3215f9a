package dev.hexdesk.domain.shared;

/**
 * One reason why an input can't be accepted.
 *
 * @param field the field's name as people write it, {@code first_name}
 * @param code what kind of fault it is, for programs: {@code required}, {@code format}, {@code
 *     too_long} ...
 * @param detail what would be right, for people; never repeats the value
 */
public record Violation(String field, String code, String detail) {}
