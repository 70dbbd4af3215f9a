package dev.hexdesk.application.transfer;

import dev.hexdesk.application.transfer.ImportedTicket.Assignee;
import dev.hexdesk.application.transfer.ImportedTicket.Employee;
import dev.hexdesk.application.transfer.ImportedTicket.Moments;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads tickets from rows, by the same rules by which they are created one by one. */
public final class TicketRowParser implements RowParser<ImportedTicket> {
  /** The columns of files of tickets. */
  public static final FileColumns<Ticket> COLUMNS =
      new FileColumns.Builder<Ticket>()
          .number("id", it -> it.id().value())
          .maybeNumericText("external_id", it -> it.externalId().map(ExternalId::value))
          .text("title", it -> it.details().title().value())
          .text("description", it -> it.details().description().value())
          .text("status", it -> it.details().status().code())
          .text("priority", it -> it.details().priority().code())
          .number("employee_id", it -> it.details().employeeId().value())
          .onlyImported("employee_external_id", FileColumns.Type.NUMBER)
          .onlyImported("employee_email", FileColumns.Type.TEXT)
          .number("owner_id", it -> it.ownerId().value())
          .maybeNumber("assignee_id", it -> it.details().assigneeId().map(UserId::value))
          .onlyImported("assignee", FileColumns.Type.TEXT)
          .texts("tags", it -> it.details().tags().stream().sorted().map(Tag::value).toList())
          .maybeMoment("due_at", it -> it.details().dueAt())
          .moment("created_at", Ticket::createdAt)
          .moment("updated_at", Ticket::updatedAt)
          .maybeMoment("first_responded_at", it -> it.milestones().firstRespondedAt())
          .maybeMoment("resolved_at", it -> it.milestones().resolvedAt())
          .maybeMoment("closed_at", it -> it.milestones().closedAt())
          .onlyShown("merged_into")
          .build();

  private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;\\s]+");

  private final TicketRules rules;

  public TicketRowParser(TicketRules rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> columns() {
    return COLUMNS.readable();
  }

  @Override
  public @Nullable ImportedTicket read(ImportRecord row, Instant now, ImportErrors errors) {
    CellParser cells = new CellParser(row, COLUMNS);
    OptionalLong id = cells.id("id");
    var externalId = cells.externalId("external_id");
    Optional<Employee> employee = employee(cells);
    OptionalLong ownerId = cells.id("owner_id");
    Optional<Assignee> assignee = assignee(cells);
    Checked<TicketChanges> changes = changes(cells);
    Moments moments = moments(cells, now);
    return RowParser.result(
        row,
        cells,
        errors,
        () ->
            new ImportedTicket(
                row,
                id,
                cells.ifGiven(externalId.get(), "external_id"),
                employee.orElseThrow(),
                ownerId,
                cells.ifGiven(assignee, "assignee", "assignee_id"),
                changes.get(),
                moments));
  }

  private Checked<TicketChanges> changes(CellParser cells) {
    var title = cells.required("title", rules.title());
    var description = cells.required("description", rules.description());
    var status = cells.word("status", TicketStatus.class);
    var priority = cells.word("priority", Priority.class);
    Set<Tag> tags = tags(cells);
    Optional<Instant> dueAt = cells.moment("due_at");
    return () ->
        new TicketChanges(
            Change.keep(),
            Change.to(title.get()),
            Change.to(description.get()),
            status.map(Change::to).orElseGet(Change::keep),
            priority.map(Change::to).orElseGet(Change::keep),
            Change.keep(),
            cells.ifGiven(tags, "tags"),
            cells.ifGiven(dueAt, "due_at"));
  }

  private static Optional<Employee> employee(CellParser cells) {
    List<String> ways =
        Stream.of("employee_id", "employee_external_id", "employee_email")
            .filter(cells::has)
            .toList();
    if (ways.size() != 1) {
      cells
          .violations()
          .add(
              ways.isEmpty() ? "employee_id" : ways.getLast(),
              ways.isEmpty() ? "required" : "ambiguous",
              "exactly one of employee_id, employee_external_id and employee_email is needed");
      return Optional.empty();
    }
    String way = ways.getFirst();
    return switch (way) {
      case "employee_id" ->
          cells.id(way).stream().<Employee>mapToObj(Employee.ById::new).findFirst();
      case "employee_email" -> Optional.ofNullable(email(cells, way));
      default -> {
        var externalId = cells.externalId(way);
        yield cells.violations().isEmpty()
            ? externalId.get().map(Employee.ByExternalId::new)
            : Optional.empty();
      }
    };
  }

  private static @Nullable Employee email(CellParser cells, String column) {
    String text = cells.trimmed(column);
    if (text == null) {
      return null;
    }
    String address = EmailAddress.normalized(EmailAddress.inMailbox(text));
    if (address.isEmpty() || address.length() > EmailAddress.LONGEST || !isStorable(address)) {
      cells.violations().add(column, "unknown", "must be the e-mail address of an employee");
      return null;
    }
    return new Employee.ByEmail(new EmailAddress(address));
  }

  private static Optional<Assignee> assignee(CellParser cells) {
    String name = cells.trimmed("assignee");
    OptionalLong id = cells.id("assignee_id");
    if (name == null) {
      return id.stream().<Assignee>mapToObj(Assignee.ById::new).findFirst();
    }
    if (cells.trimmed("assignee_id") != null) {
      cells.violations().add("assignee", "ambiguous", "at most one of assignee and assignee_id");
      return Optional.empty();
    }
    if (name.length() > Username.LONGEST || !isStorable(name)) {
      cells.violations().add("assignee", "unknown", "must be the name of a user");
      return Optional.empty();
    }
    return Optional.of(new Assignee.ByName(Username.typed(name)));
  }

  private static boolean isStorable(String text) {
    return !WellFormed.isBlank(text)
        && WellFormed.isUnicode(text)
        && !WellFormed.hasControls(text, false);
  }

  private Set<Tag> tags(CellParser cells) {
    List<String> labels = cells.texts("tags", BETWEEN_TAGS);
    Optional<Violation> fault =
        labels.stream().flatMap(label -> rules.tag().faultOf("tags", label).stream()).findFirst();
    if (fault.isPresent()) {
      cells.violations().addAll(List.of(fault.get()));
      return Set.of();
    }
    Set<Tag> tags = labels.stream().map(rules.tag()::read).collect(Collectors.toSet());
    if (tags.size() > Tag.MOST) {
      cells.violations().add("tags", "too_many", "must be at most " + Tag.MOST);
    }
    return tags;
  }

  private static Moments moments(CellParser cells, Instant now) {
    Moments moments =
        new Moments(
            cells.past("created_at", now),
            cells.past("updated_at", now),
            cells.past("first_responded_at", now),
            cells.past("resolved_at", now),
            cells.past("closed_at", now));
    cells
        .violations()
        .requireOrder("created_at", moments.createdAt(), "updated_at", moments.updatedAt());
    moments.milestones().requireOrder(moments.createdAt(), cells.violations());
    return moments;
  }
}
