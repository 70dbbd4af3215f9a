package dev.hexdesk.rest.ticket;

import static dev.hexdesk.rest.testing.ScriptedUseCase.unexpected;

import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.CreateTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.application.ticket.ExpandTickets;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.HighlightTickets;
import dev.hexdesk.application.ticket.ListTickets;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import java.time.InstantSource;

/** Use cases of tickets for one test, which says what those do that it needs. */
public final class TicketPorts {
  public CreateTicket create = command -> unexpected();
  public ShowTicket show = query -> unexpected();
  public ListTickets list = query -> unexpected();
  public HighlightTickets highlight = (search, tickets) -> unexpected();
  public ExpandTickets relate = (actor, tickets, wanted) -> ExpandedRelations.NONE;
  public ChangeTicket change = command -> unexpected();
  public DeleteTicket delete = command -> unexpected();

  public Api api() {
    return Api.of(
        new TicketResource(
            new TicketResource.UseCases(create, show, list, highlight, relate, change, delete),
            TestRules.ticketRules(),
            ServedDocument.LIMITS,
            InstantSource.fixed(Fixtures.NOON)));
  }
}
