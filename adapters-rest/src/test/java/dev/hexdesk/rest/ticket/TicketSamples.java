package dev.hexdesk.rest.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.testing.Body;

/** A ticket as these tests send and expect it. */
public final class TicketSamples {
  public static final Body NEW_TICKET =
      Body.of(
          """
          {"employee_id": 12, "title": "The printer is on fire",
           "description": "Second floor.\\nFlames are blue.", "status": "pending",
           "priority": "urgent", "assignee_id": 8}
          """);

  public static final Ticket PRINTER =
      aTicket()
          .withId(301)
          .forEmployee(new EmployeeId(12))
          .titled("The printer is on fire")
          .describedAs("Second floor.\nFlames are blue.")
          .withStatus(TicketStatus.PENDING)
          .withPriority(Priority.URGENT)
          .ownedBy(new UserId(7))
          .assignedTo(new UserId(8))
          .withVersion(3)
          .build();

  /** {@link #PRINTER} as clients read it. */
  public static final String PRINTER_READ =
      """
      {"id": 301, "title": "The printer is on fire",
       "description": "Second floor.\\nFlames are blue.", "status": "pending",
       "priority": "urgent", "employee_id": 12, "owner_id": 7, "assignee_id": 8,
       "tags": [], "due_at": null, "first_responded_at": null, "resolved_at": null,
       "closed_at": null, "merged_into": null, "external_id": null,
       "created_at": "2026-11-23T12:00:00.000Z", "updated_at": "2026-11-23T12:00:00.000Z"}
      """;

  private TicketSamples() {}
}
