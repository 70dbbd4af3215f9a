package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Makes tickets for tests. */
public final class TicketBuilder {
  private long id = 1;
  private EmployeeId employee = new EmployeeId(1);
  private UserId owner = new UserId(1);
  private Optional<UserId> assignee = Optional.empty();
  private String title = "Printer on fire";
  private String description = "It burns.\nBlue smoke, too.";
  private TicketStatus status = TicketStatus.NEW;
  private Priority priority = Priority.NORMAL;
  private Set<Tag> tags = Set.of();
  private Optional<Instant> dueAt = Optional.empty();
  private Optional<TicketId> mergedInto = Optional.empty();
  private Version version = Version.FIRST;

  /** The same details with other free texts. */
  public static TicketDetails redacted(TicketDetails details, UnaryOperator<String> texts) {
    return new TicketDetails(
        details.employeeId(),
        new Title(texts.apply(details.title().value())),
        new Description(texts.apply(details.description().value())),
        details.status(),
        details.priority(),
        details.assigneeId(),
        details.tags(),
        details.dueAt());
  }

  /** All that can be written is unlike what a new ticket has; whom it names stays. */
  public TicketBuilder withEverythingElse() {
    return titled("Cold again")
        .describedAs("Ash")
        .withStatus(TicketStatus.PENDING)
        .withPriority(Priority.URGENT)
        .tagged("fire", "ґрати")
        .dueAt(Fixtures.NOON.plusSeconds(60));
  }

  public TicketBuilder withId(long id) {
    this.id = id;
    return this;
  }

  public TicketBuilder forEmployee(Employee employee) {
    return forEmployee(employee.id());
  }

  public TicketBuilder forEmployee(EmployeeId employee) {
    this.employee = employee;
    return this;
  }

  public TicketBuilder ownedBy(User owner) {
    return ownedBy(owner.id());
  }

  public TicketBuilder ownedBy(UserId owner) {
    this.owner = owner;
    return this;
  }

  public TicketBuilder assignedTo(User assignee) {
    return assignedTo(assignee.id());
  }

  public TicketBuilder assignedTo(UserId assignee) {
    this.assignee = Optional.of(assignee);
    return this;
  }

  public TicketBuilder unassigned() {
    this.assignee = Optional.empty();
    return this;
  }

  public TicketBuilder titled(String title) {
    this.title = title;
    return this;
  }

  public TicketBuilder describedAs(String description) {
    this.description = description;
    return this;
  }

  public TicketBuilder withStatus(TicketStatus status) {
    this.status = status;
    return this;
  }

  public TicketBuilder withPriority(Priority priority) {
    this.priority = priority;
    return this;
  }

  public TicketBuilder tagged(String... tags) {
    this.tags = Arrays.stream(tags).map(Tag::new).collect(Collectors.toSet());
    return this;
  }

  public TicketBuilder dueAt(Instant dueAt) {
    this.dueAt = Optional.of(dueAt);
    return this;
  }

  public TicketBuilder mergedInto(long target) {
    this.mergedInto = Optional.of(new TicketId(target));
    return this;
  }

  public TicketBuilder withVersion(long number) {
    this.version = new Version(number);
    return this;
  }

  public UserId owner() {
    return owner;
  }

  /** The changes that say only what a new ticket can't do without. */
  public TicketChanges requiredAlone() {
    return new TicketChanges(
        Change.to(employee),
        Change.to(new Title(title)),
        Change.to(new Description(description)),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep());
  }

  public TicketDetails details() {
    return new TicketDetails(
        employee,
        new Title(title),
        new Description(description),
        status,
        priority,
        assignee,
        tags,
        dueAt);
  }

  public Ticket build() {
    return new Ticket(
        new TicketId(id),
        details(),
        owner,
        Milestones.of(status, Fixtures.NOON),
        mergedInto,
        Optional.empty(),
        version,
        Fixtures.NOON,
        Fixtures.NOON);
  }

  /** The next version of a ticket, with other details, whether the workflow allows these or not. */
  public static Ticket next(Ticket present, TicketDetails details, Instant now) {
    return new Ticket(
        present.id(),
        details,
        present.ownerId(),
        present.milestones(),
        present.mergedInto(),
        present.externalId(),
        present.version().next(),
        present.createdAt(),
        now);
  }
}
