package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.ticket.Ticket;
import java.util.Collection;
import java.util.Set;

/** Finds whom tickets name, as far as the caller may see them. */
public interface ExpandTickets {
  /** Takes one look for each kind of relation, however many tickets there are. */
  ExpandedRelations relate(Actor actor, Collection<Ticket> tickets, Set<ExpandableRelation> wanted);
}
