package dev.hexdesk.application.memory;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketQueries;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.user.TicketHandover;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.OverdueRule;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tickets in memory, with the references that a database would guard. */
public record InMemoryTickets(InMemoryDepartment department)
    implements TicketRepository, TicketHandover, TicketQueries {
  @Override
  public Storing insert(TicketDetails details, UserId owner, Instant now) {
    return department.unitOfWork.statement(
        () -> {
          TicketId id = new TicketId(department.nextId());
          return store(
              new Ticket(
                  id,
                  details,
                  owner,
                  Milestones.of(details.status(), now),
                  Optional.empty(),
                  Optional.empty(),
                  Version.FIRST,
                  now,
                  now));
        });
  }

  @Override
  public Optional<Ticket> findForUpdate(TicketId id) {
    return department.unitOfWork.statement(() -> Optional.ofNullable(department.tickets.get(id)));
  }

  @Override
  public Storing update(Ticket ticket) {
    return department.unitOfWork.statement(
        () -> {
          InMemoryDepartment.requireCurrent(department.tickets.get(ticket.id()), ticket);
          return store(ticket);
        });
  }

  private Storing store(Ticket ticket) {
    TicketDetails details = ticket.details();
    if (!canHaveTickets(details.employeeId(), department.tickets.get(ticket.id()))) {
      return department.unitOfWork.refused(new Storing.UnknownEmployee());
    }
    if (!department.accounts.containsKey(ticket.ownerId())) {
      return department.unitOfWork.refused(new Storing.UnknownOwner());
    }
    if (!details.assigneeId().stream().allMatch(department.accounts::containsKey)) {
      return department.unitOfWork.refused(new Storing.UnknownAssignee());
    }
    department.tickets.put(ticket.id(), ticket);
    return new Storing.Stored(ticket);
  }

  /** Who is erased keeps the tickets that they have. */
  private boolean canHaveTickets(EmployeeId id, @Nullable Ticket before) {
    Employee employee = department.employees.get(id);
    return employee != null
        && (employee.erasedAt().isEmpty()
            || before != null && before.details().employeeId().equals(id));
  }

  @Override
  public Deletion delete(TicketId id) {
    return department.unitOfWork.statement(
        () -> {
          if (department.tickets.values().stream()
              .anyMatch(ticket -> ticket.mergedInto().equals(Optional.of(id)))) {
            return department.unitOfWork.refused(Deletion.IN_USE);
          }
          department.comments.values().removeIf(comment -> comment.ticketId().equals(id));
          department
              .links
              .keySet()
              .removeIf(end -> List.of(end.ticket(), end.other()).contains(id));
          return department.tickets.remove(id) == null ? Deletion.UNKNOWN : Deletion.DELETED;
        });
  }

  @Override
  public void reassign(UserId from, UserId to, UserId actor, Instant now) {
    List<Ticket> concerned =
        department.unitOfWork.statement(
            () ->
                department.tickets.values().stream()
                    .filter(ticket -> !ticket.handedOver(from, to, now).equals(ticket))
                    .toList());
    for (Ticket ticket : concerned) {
      Ticket after = ticket.handedOver(from, to, now);
      department.unitOfWork.statement(() -> department.tickets.put(ticket.id(), after));
      department
          .history()
          .record(
              TicketEvent.open(
                  ticket.id(), actor, now, TicketAction.HANDED_OVER, handover(ticket, from, to)));
    }
  }

  @Override
  public boolean proceed() {
    return false;
  }

  private static List<FieldChange> handover(Ticket ticket, UserId from, UserId to) {
    List<FieldChange> changes = new ArrayList<>();
    if (ticket.ownerId().equals(from)) {
      changes.add(
          new FieldChange("owner_id", FieldValue.of(from.value()), FieldValue.of(to.value())));
    }
    if (ticket.details().assigneeId().equals(Optional.of(from))) {
      changes.add(
          new FieldChange("assignee_id", FieldValue.of(from.value()), FieldValue.of(to.value())));
    }
    return changes;
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    return findForUpdate(id);
  }

  @Override
  public Optional<Version> versionOf(TicketId id) {
    return findForUpdate(id).map(Ticket::version);
  }

  @Override
  public Page<Ticket> list(TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.tickets.values().stream().filter(ticket -> matches(filter, ticket)),
                keyOf(sort.field(), filter),
                ticket -> ticket.id().value(),
                sort.descending(),
                page));
  }

  private boolean matches(TicketFilter filter, Ticket ticket) {
    return isOneOf(filter.statuses(), ticket.details().status())
        && isOneOf(filter.priorities(), ticket.details().priority())
        && Matching.exactly(filter.employeeId(), ticket.details().employeeId())
        && Matching.exactly(filter.ownerId(), ticket.ownerId())
        && Matching.exactly(
            filter.assignee().map(InMemoryTickets::wantedAssignee), ticket.details().assigneeId())
        && isWithin(filter.created(), ticket.createdAt())
        && isWithin(filter.updated(), ticket.updatedAt())
        && (filter.tags().isEmpty()
            || ticket.details().tags().stream().anyMatch(filter.tags()::contains))
        && filter.dueBefore().stream()
            .allMatch(before -> ticket.details().dueAt().filter(before::isAfter).isPresent())
        && filter.overdue().stream()
            .allMatch(
                overdue ->
                    overdue.wanted() == OverdueRule.holdsFor(ticket.details(), overdue.now()))
        && isFound(filter, ticket);
  }

  @Override
  public Map<TicketId, Highlights> highlights(String search, Collection<Ticket> tickets) {
    return tickets.stream()
        .collect(
            Collectors.toMap(
                Ticket::id,
                ticket ->
                    new Highlights(
                        WordSearch.places(search, ticket.details().title().value()),
                        WordSearch.places(search, ticket.details().description().value()))));
  }

  @Override
  public Page<TagCount> tags(PageSelection page) {
    return Paging.cut(
        counted().stream(),
        new Paging.Key<>(tag -> tag.tag().value(), Comparator.naturalOrder()),
        tag -> 1,
        false,
        page);
  }

  private List<TagCount> counted() {
    return department.unitOfWork.statement(
        () ->
            department.tickets.values().stream()
                .flatMap(ticket -> ticket.details().tags().stream())
                .collect(Collectors.groupingBy(tag -> tag, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new TagCount(entry.getKey(), entry.getValue()))
                .toList());
  }

  private boolean isFound(TicketFilter filter, Ticket ticket) {
    EmployeeProfile employee = department.employees.get(ticket.details().employeeId()).profile();
    return WordSearch.finds(
        filter.search().map(TicketSearch::text),
        ticket.details().title().value(),
        ticket.details().description().value(),
        employee.firstName().map(PersonName::value).orElse(""),
        employee.lastName().map(PersonName::value).orElse(""),
        employee.nickName().map(NickName::value).orElse(""));
  }

  private static <E> boolean isOneOf(Set<E> wanted, E actual) {
    return wanted.isEmpty() || wanted.contains(actual);
  }

  private static Optional<UserId> wantedAssignee(Assignee assignee) {
    return switch (assignee) {
      case Assignee.User(UserId id) -> Optional.of(id);
      case Assignee.Nobody() -> Optional.empty();
    };
  }

  private static boolean isWithin(Period period, Instant moment) {
    return period.after().filter(after -> !moment.isAfter(after)).isEmpty()
        && period.before().filter(before -> !moment.isBefore(before)).isEmpty();
  }

  private static Paging.Key<Ticket> keyOf(TicketSortField field, TicketFilter filter) {
    return switch (field) {
      case ID -> Paging.Key.number(ticket -> ticket.id().value());
      case PRIORITY -> Paging.Key.number(ticket -> ticket.details().priority().ordinal());
      case CREATED_AT -> Paging.Key.instant(Ticket::createdAt);
      case UPDATED_AT -> Paging.Key.instant(Ticket::updatedAt);
      case DUE_AT -> Paging.Key.instantOrNever(ticket -> ticket.details().dueAt());
      case RELEVANCE ->
          Paging.Key.number(
              ticket ->
                  WordSearch.finds(
                          filter.search().map(TicketSearch::text), ticket.details().title().value())
                      ? 1
                      : 0);
    };
  }
}
