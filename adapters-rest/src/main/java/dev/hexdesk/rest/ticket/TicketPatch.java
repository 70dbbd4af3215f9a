package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.FieldsOf;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some attributes of a ticket to be changed (RFC 7396). */
@Schema(description = "The attributes to change; null takes the assignee away.")
@FieldsOf(TicketRequest.class)
public record TicketPatch(
    Change<Optional<Long>> employeeId,
    Change<Optional<String>> title,
    Change<Optional<String>> description,
    Change<Optional<String>> status,
    Change<Optional<String>> priority,
    Change<Optional<Long>> assigneeId,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description =
                        "Short labels, all of them; null for none; those that differ by letter case"
                            + " alone are one.",
                    example = "[\"printer\", \"floor-2\"]",
                    nullable = true),
            schema = @Schema(example = "printer"),
            maxItems = Tag.MOST)
        Change<Optional<List<@Nullable String>>> tags,
    @Schema(
            description = "When it shall be resolved; null for no such date.",
            example = "2026-11-24T16:00:00Z",
            format = "date-time",
            nullable = true)
        Change<Optional<String>> dueAt,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  TicketChanges changes(TicketRules rules, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    return fields.orRefuse(checked(fields, rules));
  }

  /** The changes, to be read once no field was found at fault. */
  public Checked<TicketChanges> checked(FieldValidator fields, TicketRules rules) {
    var changedEmployee =
        fields.change("employee_id", employeeId, raw -> TicketFields.employee(fields, raw));
    var changedTitle = fields.change("title", title, rules.title());
    var changedDescription = fields.change("description", description, rules.description());
    var changedStatus = fields.change("status", status, raw -> TicketFields.status(fields, raw));
    var changedPriority =
        fields.change("priority", priority, raw -> TicketFields.priority(fields, raw));
    var changedAssignee = fields.clearable(assigneeId, raw -> TicketFields.assignee(fields, raw));
    var changedTags = fields.clearable(tags, raw -> TicketFields.tags(fields, raw, rules.tag()));
    var changedDue = fields.clearable(dueAt, raw -> TicketFields.due(fields, raw));
    return () ->
        new TicketChanges(
            changedEmployee.get(),
            changedTitle.get(),
            changedDescription.get(),
            changedStatus.get(),
            changedPriority.get(),
            changedAssignee.get(),
            changedTags.get().map(all -> all.orElse(Set.of())),
            changedDue.get());
  }
}
