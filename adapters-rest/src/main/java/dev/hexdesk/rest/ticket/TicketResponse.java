package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.ticket.ExpandableRelation;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.idempotency.MentionsDataSubjects;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A ticket as clients read it. */
@Schema(name = "Ticket", description = "A piece of work for an employee.")
public record TicketResponse(
    @Schema(example = "301", minimum = "1") long id,
    @Schema(example = "The printer is on fire", maxLength = Title.LONGEST) String title,
    @Schema(
            example = "Second floor, by the window. Flames are blue.",
            maxLength = Description.LONGEST)
        String description,
    @Schema(allowableValues = {"new", "open", "pending", "resolved", "closed"}) String status,
    @Schema(allowableValues = {"low", "normal", "high", "urgent"}) String priority,
    @Schema(description = "For whom it is.", example = "12", minimum = "1") long employeeId,
    @Schema(description = "The user who created it, or took it over.", example = "7", minimum = "1")
        long ownerId,
    @Schema(
            description = "The user who works on it; null while nobody does.",
            example = "7",
            minimum = "1")
        @Nullable Long assigneeId,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description = "Short labels, in their order.",
                    example = "[\"floor-2\", \"printer\"]"),
            schema = @Schema(example = "printer", maxLength = Tag.LONGEST),
            maxItems = Tag.MOST)
        List<String> tags,
    @Schema(
            description = "When it shall be resolved; null where nobody said.",
            example = "2026-11-24T16:00:00.000Z")
        @Nullable Instant dueAt,
    @Schema(description = "When the first public comment was made.")
        @Nullable Instant firstRespondedAt,
    @Schema(description = "When it was last resolved; null while it is not.")
        @Nullable Instant resolvedAt,
    @Schema(description = "When it was last closed; null while it is not.")
        @Nullable Instant closedAt,
    @Schema(
            description = "The ticket that goes on in its stead; null unless it was merged.",
            example = "302",
            minimum = "1")
        @Nullable Long mergedInto,
    @Schema(
            description = "What another system calls it, where it was imported from there.",
            example = "OLD-4711",
            maxLength = ExternalId.LONGEST)
        @Nullable String externalId,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RelatedEmployeeResponse employee,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RelatedUserResponse owner,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RelatedUserResponse assignee,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HighlightsResponse highlights)
    implements MentionsDataSubjects {

  public static TicketResponse of(Ticket ticket) {
    return of(ticket, ExpandedRelations.NONE, null);
  }

  /** Shows tickets together with whom they name. */
  public static Function<Ticket, TicketResponse> showing(ExpandedRelations related) {
    return showing(related, Map.of());
  }

  /** Shows tickets together with whom they name and, where that is known, with what was found. */
  public static Function<Ticket, TicketResponse> showing(
      ExpandedRelations related, Map<TicketId, Highlights> found) {
    return ticket -> of(ticket, related, found.get(ticket.id()));
  }

  private static TicketResponse of(
      Ticket ticket, ExpandedRelations related, @Nullable Highlights found) {
    TicketDetails details = ticket.details();
    return new TicketResponse(
        ticket.id().value(),
        details.title().value(),
        details.description().value(),
        details.status().code(),
        details.priority().code(),
        details.employeeId().value(),
        ticket.ownerId().value(),
        details.assigneeId().map(UserId::value).orElse(null),
        details.tags().stream().sorted().map(Tag::value).toList(),
        details.dueAt().orElse(null),
        ticket.milestones().firstRespondedAt().orElse(null),
        ticket.milestones().resolvedAt().orElse(null),
        ticket.milestones().closedAt().orElse(null),
        ticket.mergedInto().map(TicketId::value).orElse(null),
        ticket.externalId().map(ExternalId::value).orElse(null),
        ticket.createdAt(),
        ticket.updatedAt(),
        related.wanted().contains(ExpandableRelation.EMPLOYEE) ? employee(ticket, related) : null,
        related.wanted().contains(ExpandableRelation.OWNER)
            ? user(ticket.ownerId(), related)
            : null,
        related.wanted().contains(ExpandableRelation.ASSIGNEE)
            ? details.assigneeId().map(id -> user(id, related)).orElse(null)
            : null,
        found == null ? null : HighlightsResponse.of(found));
  }

  private static RelatedEmployeeResponse employee(Ticket ticket, ExpandedRelations related) {
    Employee employee = related.employees().get(ticket.details().employeeId());
    return employee == null
        ? RelatedEmployeeResponse.of(ticket.details().employeeId().value())
        : RelatedEmployeeResponse.of(employee);
  }

  /** Nobody where they were deleted between one look and the next. */
  private static @Nullable RelatedUserResponse user(UserId id, ExpandedRelations related) {
    User user = related.users().get(id);
    return user == null ? null : RelatedUserResponse.of(user, related.usersInFull());
  }

  @Override
  public DataSubjects subjects() {
    return new DataSubjects(Set.of(new EmployeeId(employeeId)), Set.of(new TicketId(id)));
  }
}
