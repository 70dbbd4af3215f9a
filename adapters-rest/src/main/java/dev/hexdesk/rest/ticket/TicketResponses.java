package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.ConditionalRequests;
import jakarta.ws.rs.core.Response;

/** What is answered to whoever changes a ticket, whichever way they do it. */
public final class TicketResponses {
  private TicketResponses() {}

  public static Response changed(ChangeTicket.Result result) {
    return switch (result) {
      case ChangeTicket.Result.Changed(Ticket ticket) ->
          ConditionalRequests.changed(ticket.version(), TicketResponse.of(ticket));
      case ChangeTicket.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case ChangeTicket.Result.IllegalTransition(var from, var to, var allowed) ->
          throw ProblemException.illegalTransition(from, to, allowed);
      case ChangeTicket.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
      case ChangeTicket.Result.UnknownEmployee() -> throw unknownEmployee();
      case ChangeTicket.Result.UnsuitableAssignee() -> throw unsuitableAssignee();
    };
  }

  public static Response deleted(DeleteTicket.Result result) {
    return switch (result) {
      case DeleteTicket.Result.Deleted() -> Response.noContent().build();
      case DeleteTicket.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case DeleteTicket.Result.Merged(TicketId into) -> throw ProblemException.merged(into);
      case DeleteTicket.Result.InUse() ->
          throw ProblemException.of(
              ProblemType.IN_USE,
              "Other tickets were merged into it: their comments and the rest of their work are"
                  + " here.");
    };
  }

  static ProblemException unknownEmployee() {
    return ProblemException.invalidField(
        "employee_id", "unknown", "must be the id of an employee who is not erased");
  }

  static ProblemException unsuitableAssignee() {
    return unsuitableAssignee("assignee_id");
  }

  static ProblemException unsuitableAssignee(String field) {
    return ProblemException.invalidField(
        field, "unsuitable", "must be the id of a user who is not disabled and may change tickets");
  }
}
