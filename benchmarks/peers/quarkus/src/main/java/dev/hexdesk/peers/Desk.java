package dev.hexdesk.peers;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The same requests as Hexdesk takes, as one would write them with Quarkus in an afternoon: two
 * statements a request, one reads the caller, one does what is asked for.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class Desk {
  private static final String COLUMNS =
      "id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, version,"
          + " created_at, updated_at, due_at";

  private final DataSource database;
  private final Callers callers;

  Desk(DataSource database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  public record Ticket(
      long id,
      String title,
      String description,
      String status,
      String priority,
      long employeeId,
      long ownerId,
      Long assigneeId,
      List<String> tags,
      long version,
      Instant createdAt,
      Instant updatedAt,
      Instant dueAt) {}

  public record NewTicket(String title, String description, String priority, long employeeId) {}

  public record Page(List<Ticket> items) {}

  @GET
  @Path("/me")
  public Callers.User me(@HeaderParam(HttpHeaders.AUTHORIZATION) String token) throws SQLException {
    return callers.caller(token);
  }

  @GET
  @Path("/tickets/{id}")
  public Ticket ticket(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("id") long id)
      throws SQLException {
    callers.caller(token);
    List<Ticket> found = query("SELECT " + COLUMNS + " FROM peer_tickets WHERE id = ?", id);
    if (found.isEmpty()) {
      throw new WebApplicationException(404);
    }
    return found.getFirst();
  }

  @GET
  @Path("/tickets")
  public Page tickets(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String token,
      @QueryParam("status") String status,
      @QueryParam("priority") String priority,
      @QueryParam("limit") int limit)
      throws SQLException {
    callers.caller(token);
    return new Page(
        query(
            "SELECT "
                + COLUMNS
                + " FROM peer_tickets WHERE status = ? AND priority = ? ORDER BY id LIMIT ?",
            status,
            priority,
            limit));
  }

  @POST
  @Path("/tickets")
  public Response create(@HeaderParam(HttpHeaders.AUTHORIZATION) String token, NewTicket wanted)
      throws SQLException {
    Callers.User caller = callers.caller(token);
    Ticket made =
        query(
                "INSERT INTO peer_tickets (title, description, status, priority, employee_id,"
                    + " owner_id, tags, version, created_at, updated_at)"
                    + " VALUES (?, ?, 'new', ?, ?, ?, '{}', 1, now(), now()) RETURNING "
                    + COLUMNS,
                wanted.title(),
                wanted.description(),
                wanted.priority(),
                wanted.employeeId(),
                caller.id())
            .getFirst();
    return Response.created(URI.create("/api/v1/tickets/" + made.id())).entity(made).build();
  }

  private List<Ticket> query(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      List<Ticket> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(ticket(row));
        }
      }
      return found;
    }
  }

  private static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        row.getLong("id"),
        row.getString("title"),
        row.getString("description"),
        row.getString("status"),
        row.getString("priority"),
        row.getLong("employee_id"),
        row.getLong("owner_id"),
        row.getObject("assignee_id", Long.class),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getLong("version"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        instant(row, "due_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }
}
