package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.CheckedBy;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of a ticket that can be written. */
@Schema(name = "TicketInput", description = "All of a ticket that can be written.")
@CheckedBy(TicketRules.class)
public record TicketRequest(
    @Required @Schema(description = "For whom it is.", example = "12", minimum = "1")
        @Nullable Long employeeId,
    @Required @Schema(example = "The printer is on fire") @Nullable String title,
    @Required @Schema(example = "Second floor, by the window. Flames are blue.")
        @Nullable String description,
    @Schema(
            description = "`new` where nothing is said.",
            allowableValues = {"new", "open", "pending", "resolved", "closed"},
            example = "new")
        @Nullable String status,
    @Schema(
            description = "`normal` where nothing is said.",
            allowableValues = {"low", "normal", "high", "urgent"},
            example = "normal")
        @Nullable String priority,
    @Schema(
            description = "A user who is not disabled and may change tickets.",
            example = "7",
            minimum = "1",
            nullable = true)
        @Nullable Long assigneeId,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description = "Short labels; those that differ by letter case alone are one.",
                    example = "[\"printer\", \"floor-2\"]"),
            schema = @Schema(example = "printer"),
            maxItems = Tag.MOST)
        @Nullable List<@Nullable String> tags,
    @Schema(
            description = "When it shall be resolved.",
            example = "2026-11-24T16:00:00Z",
            format = "date-time",
            nullable = true)
        @Nullable String dueAt,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {

  TicketDetails details(TicketRules rules) {
    return details(rules, ReadOnlyMembers.ofNew(TicketResponse.class));
  }

  TicketDetails details(TicketRules rules, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(unknown, readable);
    var checkedEmployee =
        fields.present("employee_id", employeeId, raw -> TicketFields.employee(fields, raw));
    var checkedTitle = fields.required("title", title, rules.title());
    var checkedDescription = fields.required("description", description, rules.description());
    var checkedStatus = fields.maybe(status, raw -> TicketFields.status(fields, raw));
    var checkedPriority = fields.maybe(priority, raw -> TicketFields.priority(fields, raw));
    var checkedAssignee = fields.maybe(assigneeId, raw -> TicketFields.assignee(fields, raw));
    var checkedTags = TicketFields.tags(fields, tags, rules.tag());
    var checkedDue = fields.maybe(dueAt, raw -> TicketFields.due(fields, raw));
    return fields.orRefuse(
        () ->
            new TicketDetails(
                checkedEmployee.get(),
                checkedTitle.get(),
                checkedDescription.get(),
                checkedStatus.get().orElse(TicketStatus.NEW),
                checkedPriority.get().orElse(Priority.NORMAL),
                checkedAssignee.get(),
                checkedTags.get(),
                checkedDue.get()));
  }
}
