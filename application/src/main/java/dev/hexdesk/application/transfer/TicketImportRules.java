package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what becomes of a ticket that a row of a file tells of. What the row says nothing about
 * stays as it is.
 */
public final class TicketImportRules {
  private final RolePolicy policy;

  public TicketImportRules(RolePolicy policy) {
    this.policy = policy;
  }

  /** What becomes of a row. */
  public sealed interface Decision {
    /**
     * @param updatedAt when it was last changed
     */
    record Add(TicketRecord ticket, Instant updatedAt) implements Decision {}

    /**
     * @param changes what differs, field by field
     */
    record Change(Ticket ticket, List<FieldChange> changes) implements Decision {
      public Change {
        changes = List.copyOf(changes);
      }
    }

    record Leave() implements Decision {}

    /**
     * @param violations by the names of columns
     */
    record Refuse(List<Violation> violations) implements Decision {
      public Refuse {
        violations = List.copyOf(violations);
      }
    }
  }

  public Decision decide(MatchedTicket match, ImportOptions options) {
    Violations violations = new Violations();
    checkEmployee(match, violations);
    checkAssignee(match, violations);
    checkOwner(match, options, violations);
    checkMoments(match, options, violations);
    if (match.employee().isEmpty()) {
      return new Decision.Refuse(violations.all());
    }
    TicketRecord wanted = wanted(match, match.employee().get().id(), options);
    checkErased(match, wanted.details(), violations);
    checkOrder(match, wanted, violations);
    if (!violations.isEmpty()) {
      return new Decision.Refuse(violations.all());
    }
    Optional<Instant> changedAt = match.row().moments().updatedAt();
    if (match.present().isEmpty()) {
      return new Decision.Add(wanted, changedAt.orElseGet(() -> lastMoment(match, options)));
    }
    return switch (match.present().get().imported(wanted, changedAt, options.now())) {
      case Ticket.Outcome.Changed(Ticket ticket, List<FieldChange> changes) ->
          new Decision.Change(ticket, changes);
      case Ticket.Outcome.Unchanged unchanged -> new Decision.Leave();
      case Ticket.Outcome.Merged merged ->
          new Decision.Refuse(
              List.of(
                  new Violation(
                      "id",
                      "merged",
                      "is a ticket that goes on in another one and is left as it is")));
    };
  }

  /** An imported ticket was last changed by the latest that its row tells of, or just now. */
  private static Instant lastMoment(MatchedTicket match, ImportOptions options) {
    ImportedTicket.Moments moments = match.row().moments();
    return moments.closedAt().or(moments::resolvedAt).or(moments::createdAt).orElse(options.now());
  }

  private static TicketRecord wanted(
      MatchedTicket match, EmployeeId employee, ImportOptions options) {
    ImportedTicket row = match.row();
    Optional<Ticket> present = match.present();
    TicketChanges changes =
        row.changes()
            .with(
                Change.to(employee),
                row.assignee().map(named -> match.assignee().map(MatchedTicket.Assignee::id)));
    TicketDetails details =
        present.map(Ticket::details).map(changes::appliedTo).orElseGet(changes::asNew);
    ImportedTicket.Moments told = row.moments();
    return new TicketRecord(
        details,
        ownerOf(match, options),
        present
            .map(Ticket::milestones)
            .orElse(Milestones.NONE)
            .imported(details.status(), told.milestones(), told.updatedAt().orElse(options.now())),
        row.externalId().appliedTo(present.flatMap(Ticket::externalId)),
        told.createdAt()
            .or(() -> present.map(Ticket::createdAt))
            .orElseGet(() -> told.earliest().orElse(options.now())));
  }

  private static UserId ownerOf(MatchedTicket match, ImportOptions options) {
    return match.row().ownerId().isPresent()
        ? new UserId(match.row().ownerId().getAsLong())
        : match.present().map(Ticket::ownerId).orElse(options.by());
  }

  private static void checkEmployee(MatchedTicket match, Violations violations) {
    String column = match.row().employee().column();
    if (match.employee().isEmpty()) {
      violations.add(column, "unknown", "must be that of an employee");
      return;
    }
    MatchedTicket.Employee employee = match.employee().get();
    boolean stays =
        match.present().filter(it -> it.details().employeeId().equals(employee.id())).isPresent();
    if (employee.erased() && !stays) {
      violations.add(column, "erased", "must not be that of an employee who was erased");
    }
  }

  /** No import brings back what an erasure has taken away. */
  private static void checkErased(
      MatchedTicket match, TicketDetails wanted, Violations violations) {
    if (!match.ofErased()) {
      return;
    }
    match.present().orElseThrow().details().changesTo(wanted).stream()
        .map(FieldChange::field)
        .filter(TicketDetails.FREE_TEXTS::containsKey)
        .forEach(
            field ->
                violations.add(
                    field, "erased", "is of an employee who was erased, and stays as it is"));
  }

  private void checkAssignee(MatchedTicket match, Violations violations) {
    if (match.row().namedAssignee().isEmpty()) {
      return;
    }
    boolean suits =
        match
            .assignee()
            .filter(
                it ->
                    policy.mayBeAssigned(it.roles(), it.disabled())
                        || match
                            .present()
                            .flatMap(present -> present.details().assigneeId())
                            .filter(it.id()::equals)
                            .isPresent())
            .isPresent();
    if (!suits) {
      violations.add(
          match.row().namedAssignee().get().column(),
          "unsuitable",
          "must be a user who is not disabled and may change tickets");
    }
  }

  private static void checkOwner(
      MatchedTicket match, ImportOptions options, Violations violations) {
    if (match.row().ownerId().isEmpty()) {
      return;
    }
    if (!match.ownerExists()) {
      violations.add("owner_id", "unknown", "must be the id of a user");
    }
    UserId present = match.present().map(Ticket::ownerId).orElse(options.by());
    if (!options.mayRewriteHistory() && !present.equals(ownerOf(match, options))) {
      addReserved("owner_id", violations);
    }
  }

  private static void checkMoments(
      MatchedTicket match, ImportOptions options, Violations violations) {
    if (options.mayRewriteHistory()) {
      return;
    }
    ImportedTicket.Moments told = match.row().moments();
    Optional<Ticket> present = match.present();
    Optional<Milestones> reached = present.map(Ticket::milestones);
    checkReserved("created_at", told.createdAt(), present.map(Ticket::createdAt), violations);
    checkReserved("updated_at", told.updatedAt(), present.map(Ticket::updatedAt), violations);
    checkReserved(
        "first_responded_at",
        told.firstRespondedAt(),
        reached.flatMap(Milestones::firstRespondedAt),
        violations);
    checkReserved(
        "resolved_at", told.resolvedAt(), reached.flatMap(Milestones::resolvedAt), violations);
    checkReserved("closed_at", told.closedAt(), reached.flatMap(Milestones::closedAt), violations);
  }

  private static void checkReserved(
      String column, Optional<Instant> told, Optional<Instant> present, Violations violations) {
    if (told.isPresent() && !told.equals(present)) {
      addReserved(column, violations);
    }
  }

  private static void addReserved(String column, Violations violations) {
    violations.add(column, "reserved", "may be set by administrators alone");
  }

  /** What the row says must be in order with what stays as it is, or no figure would be right. */
  private static void checkOrder(MatchedTicket match, TicketRecord wanted, Violations violations) {
    boolean moved =
        match
            .present()
            .map(Ticket::toRecord)
            .filter(
                it ->
                    it.milestones().equals(wanted.milestones())
                        && it.createdAt().equals(wanted.createdAt()))
            .isEmpty();
    if (!moved || !violations.isEmpty()) {
      return;
    }
    Optional<Instant> created = Optional.of(wanted.createdAt());
    violations.requireOrder("created_at", created, "updated_at", match.row().moments().updatedAt());
    wanted.milestones().requireOrder(created, violations);
  }
}
