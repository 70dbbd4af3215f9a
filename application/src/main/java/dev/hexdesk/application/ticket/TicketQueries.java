package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads tickets for showing. */
public interface TicketQueries {
  Optional<Ticket> find(TicketId id);

  /**
   * The version that a ticket has, where it is known without reading the ticket: as it is at this
   * moment, or was within a second of it where somebody else changed it. Empty says nothing.
   */
  Optional<Version> versionOf(TicketId id);

  /**
   * A page of those that the filter lets through.
   *
   * @throws dev.hexdesk.application.shared.InvalidPosition when no row of a list so sorted can be
   *     where the page shall begin
   */
  Page<Ticket> list(TicketFilter filter, Sort<TicketSortField> sort, PageSelection page);

  /**
   * Where in these tickets that stands which a search finds; {@code highlights.get(id)} is there
   * for each of them. A text is looked through up to its 10,000th character, and the first hundred
   * places are told.
   */
  Map<TicketId, Highlights> highlights(String search, Collection<Ticket> tickets);

  /**
   * A page of the tags in use, by name, with the number of tickets that bear each. They have no
   * ids: a position is told by the name alone.
   */
  Page<TagCount> tags(PageSelection page);
}
