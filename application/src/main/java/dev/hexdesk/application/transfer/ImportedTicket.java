package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ticket as a line of a file tells of it.
 *
 * @param given the columns about which the line says something, if only that there is nothing
 * @param id of one that is there already
 */
public record ImportedTicket(
    long line,
    Set<String> given,
    OptionalLong id,
    Optional<ExternalId> externalId,
    Title title,
    Description description,
    Optional<TicketStatus> status,
    Optional<Priority> priority,
    Employee employee,
    OptionalLong ownerId,
    Optional<Assignee> assignee,
    Set<Tag> tags,
    Optional<Instant> dueAt,
    Moments moments) {

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
    /** The first of them. */
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

  public ImportedTicket {
    given = Set.copyOf(given);
    tags = Set.copyOf(tags);
  }
}
