package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
  }

  /** Who works on it. */
  public sealed interface Assignee {
    record ById(long id) implements Assignee {}

    record ByName(Username name) implements Assignee {}
  }

  /** When it came to be what it is. */
  public record Moments(
      Optional<Instant> createdAt,
      Optional<Instant> updatedAt,
      Optional<Instant> firstRespondedAt,
      Optional<Instant> resolvedAt,
      Optional<Instant> closedAt) {}

  public ImportedTicket {
    given = Set.copyOf(given);
    tags = Set.copyOf(tags);
  }
}
