package dev.hexdesk.application.memory;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.ticket.TicketHistory;
import dev.hexdesk.application.ticket.TicketHistoryQueries;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;

/** Histories in memory. */
public record InMemoryHistory(InMemoryDepartment department)
    implements TicketHistory, TicketHistoryQueries {
  /** An entry, and what decides on who sees it. */
  record Kept(TicketId ticket, boolean internal, HistoryEntry entry) {}

  @Override
  public void record(TicketEvent event) {
    department.unitOfWork.statement(
        () -> {
          long id = department.nextId();
          HistoryEntry entry =
              new HistoryEntry(
                  id,
                  event.at(),
                  event.actorId(),
                  department.nameOf(event.actorId()),
                  event.action(),
                  event.changes());
          return department.history.put(id, new Kept(event.ticketId(), event.internal(), entry));
        });
  }

  @Override
  public Page<HistoryEntry> list(TicketId ticket, CommentAccess access, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.history.values().stream()
                    .filter(kept -> kept.ticket().equals(ticket))
                    .filter(kept -> access.includesInternal() || !kept.internal())
                    .filter(
                        kept ->
                            access != CommentAccess.NONE || !kept.entry().action().isOfComment())
                    .map(Kept::entry),
                Paging.Key.number(HistoryEntry::id),
                HistoryEntry::id,
                false,
                page));
  }

  @Override
  public boolean knows(TicketId ticket) {
    return department.unitOfWork.statement(
        () -> department.history.values().stream().anyMatch(kept -> kept.ticket().equals(ticket)));
  }
}
