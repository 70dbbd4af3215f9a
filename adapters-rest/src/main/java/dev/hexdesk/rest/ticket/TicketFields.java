package dev.hexdesk.rest.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.request.Instants;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of tickets that are no free text. */
final class TicketFields {
  private TicketFields() {}

  static Checked<TicketStatus> status(FieldValidator fields, String raw) {
    return fields.word("status", raw, TicketStatus.class);
  }

  static Checked<Priority> priority(FieldValidator fields, String raw) {
    return fields.word("priority", raw, Priority.class);
  }

  static Checked<EmployeeId> employee(FieldValidator fields, long raw) {
    return id(fields, "employee_id", raw, EmployeeId::new);
  }

  static Checked<UserId> assignee(FieldValidator fields, long raw) {
    return user(fields, "assignee_id", raw);
  }

  static Checked<UserId> user(FieldValidator fields, String field, long raw) {
    return id(fields, field, raw, UserId::new);
  }

  static Checked<TicketId> ticket(FieldValidator fields, String field, long raw) {
    return id(fields, field, raw, TicketId::new);
  }

  /** The tags, of which those that differ in spelling alone are one. */
  static Checked<Set<Tag>> tags(
      FieldValidator fields, @Nullable List<@Nullable String> raw, TextRule<Tag> rule) {
    List<@Nullable String> listed = raw == null ? List.of() : raw;
    if (listed.size() > Tag.MOST) {
      fields.violations().add("tags", "too_many", "must be at most " + Tag.MOST);
      return fields.violations().unavailable("tags");
    }
    List<Checked<Tag>> tags =
        IntStream.range(0, listed.size())
            .mapToObj(index -> fields.element("tags", index, listed.get(index), rule))
            .toList();
    return () -> tags.stream().map(Checked::get).collect(Collectors.toSet());
  }

  /** A moment, as exactly as clients are told it. */
  static Checked<Instant> due(FieldValidator fields, String raw) {
    Optional<Violation> fault = Instants.faultOf("due_at", raw);
    if (fault.isPresent()) {
      fields.violations().addAll(List.of(fault.get()));
      return fields.violations().unavailable("due_at");
    }
    return () -> Instants.read(raw).truncatedTo(ChronoUnit.MILLIS);
  }

  private static <T> Checked<T> id(
      FieldValidator fields, String field, long raw, LongFunction<T> make) {
    if (raw < 1) {
      fields.violations().add(field, "range", "must be a positive integer");
      return fields.violations().unavailable(field);
    }
    return () -> make.apply(raw);
  }
}
