package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * All of a ticket that can be written.
 *
 * @param assigneeId the user who works on it; empty while nobody does
 * @param tags at most {@link Tag#MOST}
 * @param dueAt when it shall be resolved; empty where nobody said
 */
public record TicketDetails(
    EmployeeId employeeId,
    Title title,
    Description description,
    TicketStatus status,
    Priority priority,
    Optional<UserId> assigneeId,
    Set<Tag> tags,
    Optional<Instant> dueAt) {

  /**
   * The fields of free text, which can tell of a person, with the longest that each holds, in
   * characters.
   */
  public static final Map<String, Integer> FREE_TEXTS =
      Map.of("title", Title.LONGEST, "description", Description.LONGEST);

  public TicketDetails {
    tags = Set.copyOf(tags);
    if (tags.size() > Tag.MOST) {
      throw new IllegalArgumentException("a ticket has at most " + Tag.MOST + " tags");
    }
  }

  /** These details with another status. */
  TicketDetails with(TicketStatus other) {
    return new TicketDetails(
        employeeId, title, description, other, priority, assigneeId, tags, dueAt);
  }

  /** What a ticket begins with, told as changes from nothing. */
  public List<FieldChange> asChanges() {
    return FieldChange.between(new LinkedHashMap<>(), fields());
  }

  /** What a ticket ends with, told as changes to nothing. */
  public List<FieldChange> asRemoval() {
    return asChanges().stream()
        .map(change -> new FieldChange(change.field(), change.to(), change.from()))
        .toList();
  }

  /** The fields that have other values in the later details. */
  public List<FieldChange> changesTo(TicketDetails after) {
    return FieldChange.between(fields(), after.fields());
  }

  /** The fields by the names that clients know. */
  SequencedMap<String, FieldValue> fields() {
    SequencedMap<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("employee_id", FieldValue.of(employeeId.value()));
    fields.put("title", FieldValue.of(title.value()));
    fields.put("description", FieldValue.of(description.value()));
    fields.put("status", FieldValue.of(status.code()));
    fields.put("priority", FieldValue.of(priority.code()));
    fields.put("assignee_id", FieldValue.ofUser(assigneeId));
    fields.put("tags", FieldValue.ofTags(tags));
    fields.put("due_at", FieldValue.ofMoment(dueAt));
    return fields;
  }
}
