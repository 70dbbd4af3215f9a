package dev.hexdesk.application.memory;

import dev.hexdesk.application.ticket.LinkQueries;
import dev.hexdesk.application.ticket.LinkRepository;
import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Links in memory, each kept at both its ends. */
public record InMemoryLinks(InMemoryDepartment department) implements LinkRepository, LinkQueries {
  /** One end of a link. */
  record End(TicketId ticket, TicketId other) {}

  record Kept(LinkRole role, Instant createdAt) {}

  @Override
  public Optional<LinkRole> find(TicketId ticket, TicketId other) {
    return department.unitOfWork.statement(
        () -> Optional.ofNullable(department.links.get(new End(ticket, other))).map(Kept::role));
  }

  @Override
  public int count(TicketId ticket) {
    return list(ticket).size();
  }

  @Override
  public void insert(TicketId ticket, TicketId other, LinkRole role, Instant now) {
    department.unitOfWork.statement(
        () -> {
          department.links.put(new End(ticket, other), new Kept(role, now));
          return department.links.put(new End(other, ticket), new Kept(role.opposite(), now));
        });
  }

  @Override
  public void update(TicketId ticket, TicketId other, LinkRole role) {
    department.unitOfWork.statement(
        () -> {
          Kept before = department.links.get(new End(ticket, other));
          insert(ticket, other, role, before.createdAt());
          return true;
        });
  }

  @Override
  public void delete(TicketId ticket, TicketId other) {
    department.unitOfWork.statement(
        () -> {
          department.links.remove(new End(ticket, other));
          return department.links.remove(new End(other, ticket));
        });
  }

  @Override
  public List<LinkView> list(TicketId ticket) {
    return department.unitOfWork.statement(
        () ->
            department.links.entrySet().stream()
                .filter(link -> link.getKey().ticket().equals(ticket))
                .map(link -> view(link.getKey().other(), link.getValue()))
                .sorted(Comparator.comparingLong(link -> link.other().value()))
                .toList());
  }

  private LinkView view(TicketId other, Kept kept) {
    TicketDetails details = department.tickets.get(other).details();
    return new LinkView(
        other, kept.role(), details.title().value(), details.status(), kept.createdAt());
  }
}
