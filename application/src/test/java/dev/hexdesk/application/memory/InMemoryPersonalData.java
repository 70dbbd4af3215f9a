package dev.hexdesk.application.memory;

import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.privacy.PersonalDataQueries;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads in memory what is stored on employees. */
public record InMemoryPersonalData(InMemoryDepartment department) implements PersonalDataQueries {
  @Override
  public Optional<Employee> find(EmployeeId id) {
    return department.unitOfWork.statement(() -> Optional.ofNullable(department.employees.get(id)));
  }

  @Override
  public RowStream<PersonalDataItem> extract(EmployeeId id, CommentAccess access) {
    return (opened, handler) ->
        department.unitOfWork.statement(() -> all(id, access)).forEach(handler);
  }

  private List<PersonalDataItem> all(EmployeeId id, CommentAccess access) {
    List<PersonalDataItem> all = new ArrayList<>();
    Set<TicketId> theirs =
        department.tickets.values().stream()
            .filter(ticket -> ticket.details().employeeId().equals(id))
            .sorted(Comparator.comparing(ticket -> ticket.id().value()))
            .peek(ticket -> all.add(new PersonalDataItem.TicketData(ticket)))
            .map(Ticket::id)
            .collect(Collectors.toSet());
    department.comments.values().stream()
        .filter(comment -> theirs.contains(comment.ticketId()))
        .filter(comment -> access.includes(comment.visibility()))
        .sorted(Comparator.comparing((Comment comment) -> comment.id().value()))
        .forEach(comment -> all.add(new PersonalDataItem.CommentData(comment)));
    Set<TicketId> deleted =
        department.history.values().stream()
            .filter(kept -> kept.entry().action() == TicketAction.DELETED)
            .filter(kept -> names(kept, change -> isId(id, change.from())))
            .map(InMemoryHistory.Kept::ticket)
            .collect(Collectors.toSet());
    department.history.values().stream()
        .filter(kept -> access.includesInternal() || !kept.internal())
        .filter(
            kept ->
                theirs.contains(kept.ticket())
                    || deleted.contains(kept.ticket())
                    || names(kept, change -> isId(id, change.from()) || isId(id, change.to())))
        .sorted(Comparator.comparing(kept -> kept.entry().id()))
        .forEach(kept -> all.add(new PersonalDataItem.HistoryData(kept.ticket(), kept.entry())));
    return all;
  }

  private static boolean isId(EmployeeId id, FieldValue value) {
    return value.equals(FieldValue.of(id.value()));
  }

  private static boolean names(InMemoryHistory.Kept kept, Predicate<FieldChange> wanted) {
    return kept.entry().changes().stream()
        .filter(change -> change.field().equals("employee_id"))
        .anyMatch(wanted);
  }
}
