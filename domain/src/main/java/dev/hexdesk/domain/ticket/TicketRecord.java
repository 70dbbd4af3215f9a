package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * All of a ticket that an import can write: its details, and what else only the system that it
 * comes from knows.
 *
 * @param externalId what another system calls it
 */
public record TicketRecord(
    TicketDetails details,
    UserId ownerId,
    Milestones milestones,
    Optional<ExternalId> externalId,
    Instant createdAt) {

  /** The ticket as it begins here. */
  public Ticket numbered(TicketId id, Instant updatedAt) {
    return new Ticket(
        id,
        details,
        ownerId,
        milestones,
        Optional.empty(),
        externalId,
        Version.FIRST,
        createdAt,
        updatedAt);
  }

  /** What a ticket begins with, told as changes from nothing. */
  public List<FieldChange> asChanges() {
    return FieldChange.between(new LinkedHashMap<>(), fields());
  }

  /** The fields that have other values in the later record. */
  List<FieldChange> changesTo(TicketRecord after) {
    return FieldChange.between(fields(), after.fields());
  }

  private SequencedMap<String, FieldValue> fields() {
    SequencedMap<String, FieldValue> fields = details.fields();
    fields.put("owner_id", FieldValue.of(ownerId.value()));
    fields.put("created_at", FieldValue.ofMoment(Optional.of(createdAt)));
    fields.put("first_responded_at", FieldValue.ofMoment(milestones.firstRespondedAt()));
    fields.put("resolved_at", FieldValue.ofMoment(milestones.resolvedAt()));
    fields.put("closed_at", FieldValue.ofMoment(milestones.closedAt()));
    fields.put(
        "external_id",
        externalId.map(ExternalId::value).map(FieldValue::of).orElseGet(FieldValue.Nothing::new));
    return fields;
  }
}
