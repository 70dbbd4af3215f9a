package dev.hexdesk.rest.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.json.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

/** Reads the fields of tickets that are no free text. */
final class TicketFields {
  private static final List<String> STATUSES =
      Arrays.stream(TicketStatus.values()).map(TicketStatus::code).toList();
  private static final List<String> PRIORITIES =
      Arrays.stream(Priority.values()).map(Priority::code).toList();

  private TicketFields() {}

  static Checked<TicketStatus> status(Fields fields, String raw) {
    return fields.word("status", raw, TicketStatus::of, STATUSES);
  }

  static Checked<Priority> priority(Fields fields, String raw) {
    return fields.word("priority", raw, Priority::of, PRIORITIES);
  }

  static Checked<EmployeeId> employee(Fields fields, long raw) {
    return id(fields, "employee_id", raw, EmployeeId::new);
  }

  static Checked<UserId> assignee(Fields fields, long raw) {
    return id(fields, "assignee_id", raw, UserId::new);
  }

  private static <T> Checked<T> id(Fields fields, String field, long raw, LongFunction<T> make) {
    if (raw < 1) {
      fields.violations().add(field, "range", "must be a positive integer");
      return fields.violations().unavailable(field);
    }
    return () -> make.apply(raw);
  }
}
