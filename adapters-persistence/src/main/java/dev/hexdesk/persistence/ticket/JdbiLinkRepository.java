package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.LinkQueries;
import dev.hexdesk.application.ticket.LinkRepository;
import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** Keeps links in PostgreSQL, each as one row that says what its first ticket is to its second. */
public record JdbiLinkRepository(JdbiUnitOfWork unitOfWork) implements LinkRepository, LinkQueries {
  private static final String FIND =
      """
      SELECT type, from_id = :ticket AS outward
        FROM ticket_links
       WHERE (from_id, to_id) IN ((:ticket, :other), (:other, :ticket))
      """;

  private static final String COUNT =
      "SELECT count(*) FROM ticket_links WHERE from_id = :ticket OR to_id = :ticket";

  private static final String INSERT =
      """
      INSERT INTO ticket_links (from_id, to_id, type, created_at)
      VALUES (:from, :to, :type, :now)
      """;

  private static final String UPDATE =
      """
      UPDATE ticket_links
         SET from_id = :from, to_id = :to, type = :type
       WHERE (from_id, to_id) IN ((:from, :to), (:to, :from))
      """;

  private static final String DELETE =
      """
      DELETE FROM ticket_links
       WHERE (from_id, to_id) IN ((:ticket, :other), (:other, :ticket))
      """;

  private static final String LIST =
      """
      SELECT link.outward, link.type, link.created_at, tickets.id, tickets.title, tickets.status
        FROM (SELECT true AS outward, to_id AS other, type, created_at
                FROM ticket_links
               WHERE from_id = :ticket
               UNION ALL
              SELECT false, from_id, type, created_at
                FROM ticket_links
               WHERE to_id = :ticket) AS link
        JOIN tickets ON tickets.id = link.other
       ORDER BY tickets.id
      """;

  /** A link as it is stored: from the ticket that blocks, to the one that is blocked. */
  private record Stored(TicketId from, TicketId to, String type) {
    static Stored of(TicketId ticket, TicketId other, LinkRole role) {
      return switch (role) {
        case RELATED, BLOCKS, DUPLICATES -> new Stored(ticket, other, role.code());
        case BLOCKED_BY, DUPLICATED_BY -> new Stored(other, ticket, role.opposite().code());
      };
    }
  }

  @Override
  public Optional<LinkRole> find(TicketId ticket, TicketId other) {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(FIND)
                .bind("ticket", ticket.value())
                .bind("other", other.value())
                .map((row, context) -> role(row))
                .findOne());
  }

  @Override
  public int count(TicketId ticket) {
    return unitOfWork.with(
        handle -> handle.createQuery(COUNT).bind("ticket", ticket.value()).mapTo(int.class).one());
  }

  @Override
  public void insert(TicketId ticket, TicketId other, LinkRole role, Instant now) {
    unitOfWork.with(
        handle ->
            bind(handle.createUpdate(INSERT), ticket, other, role)
                .bind("now", SqlValues.instant(now))
                .execute());
  }

  @Override
  public void update(TicketId ticket, TicketId other, LinkRole role) {
    unitOfWork.with(handle -> bind(handle.createUpdate(UPDATE), ticket, other, role).execute());
  }

  private static Update bind(Update statement, TicketId ticket, TicketId other, LinkRole role) {
    Stored link = Stored.of(ticket, other, role);
    return statement
        .bind("from", link.from().value())
        .bind("to", link.to().value())
        .bind("type", link.type());
  }

  @Override
  public void delete(TicketId ticket, TicketId other) {
    unitOfWork.with(
        handle ->
            handle
                .createUpdate(DELETE)
                .bind("ticket", ticket.value())
                .bind("other", other.value())
                .execute());
  }

  @Override
  public List<LinkView> list(TicketId ticket) {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(LIST)
                .bind("ticket", ticket.value())
                .map((row, context) -> view(row))
                .list());
  }

  private static LinkView view(ResultSet row) throws SQLException {
    return new LinkView(
        new TicketId(row.getLong("id")),
        role(row),
        row.getString("title"),
        Coded.find(TicketStatus.class, row.getString("status")).orElseThrow(),
        SqlValues.instant(row, "created_at"));
  }

  private static LinkRole role(ResultSet row) throws SQLException {
    LinkRole outward = Coded.find(LinkRole.class, row.getString("type")).orElseThrow();
    return row.getBoolean("outward") ? outward : outward.opposite();
  }
}
