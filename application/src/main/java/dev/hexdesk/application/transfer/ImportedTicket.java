package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A ticket as a line of a file tells of it.
 *
 * @param source the line, as it was written
 * @param id of one that is there already
 * @param employee whom it is for
 * @param assignee who works on it; nobody where the line says so
 * @param changes what the line says of all else that can be written; the employee and the assignee
 *     are left as they are in it, as who that is has to be looked up
 */
public record ImportedTicket(
    ImportRecord source,
    OptionalLong id,
    Change<Optional<ExternalId>> externalId,
    Employee employee,
    OptionalLong ownerId,
    Change<Optional<Assignee>> assignee,
    TicketChanges changes,
    Moments moments) {

  /** Where the file tells of it, from 1. */
  public long line() {
    return source.line();
  }

  /** Who shall work on it, if the line names anybody. */
  Optional<Assignee> namedAssignee() {
    return assignee.appliedTo(Optional.empty());
  }

  /** For whom it is, in one of the ways to say so. */
  public sealed interface Employee {
    record ById(long id) implements Employee {}

    record ByExternalId(ExternalId externalId) implements Employee {}

    record ByEmail(EmailAddress email) implements Employee {}

    /** The column that says so. */
    default String column() {
      return switch (this) {
        case ById byId -> "employee_id";
        case ByExternalId byExternalId -> "employee_external_id";
        case ByEmail byEmail -> "employee_email";
      };
    }
  }

  /** Who works on it. */
  public sealed interface Assignee {
    record ById(long id) implements Assignee {}

    record ByName(Username name) implements Assignee {}

    /** The column that says so. */
    default String column() {
      return switch (this) {
        case ById byId -> "assignee_id";
        case ByName byName -> "assignee";
      };
    }
  }

  /** When it came to be what it is. */
  public record Moments(
      Optional<Instant> createdAt,
      Optional<Instant> updatedAt,
      Optional<Instant> firstRespondedAt,
      Optional<Instant> resolvedAt,
      Optional<Instant> closedAt) {
    /** The earliest of the moments that are given. */
    Optional<Instant> earliest() {
      return Stream.of(createdAt, updatedAt, firstRespondedAt, resolvedAt, closedAt)
          .flatMap(Optional::stream)
          .min(Comparator.naturalOrder());
    }

    /** Those of them that tell how the ticket was served. */
    Milestones milestones() {
      return new Milestones(firstRespondedAt, resolvedAt, closedAt);
    }
  }
}
