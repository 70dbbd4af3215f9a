package dev.hexdesk.peers;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Two statements a request: one reads the caller, one does what is asked for. */
@RestController
@RequestMapping("/api/v1")
class Desk {
  private static final String COLUMNS =
      "id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, version,"
          + " created_at, updated_at, due_at";

  private final JdbcClient database;

  Desk(JdbcClient database) {
    this.database = database;
  }

  record User(long id, String username, List<String> roles, boolean disabled) {}

  record Ticket(
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

  record NewTicket(String title, String description, String priority, long employeeId) {}

  record Page(List<Ticket> items) {}

  @GetMapping("/me")
  User me(@AuthenticationPrincipal Jwt token) {
    return caller(token);
  }

  @GetMapping("/tickets/{id}")
  Ticket ticket(@AuthenticationPrincipal Jwt token, @PathVariable long id) {
    caller(token);
    return database
        .sql("SELECT " + COLUMNS + " FROM peer_tickets WHERE id = ?")
        .param(id)
        .query(Desk::ticket)
        .optional()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/tickets")
  Page tickets(
      @AuthenticationPrincipal Jwt token,
      @RequestParam String status,
      @RequestParam String priority,
      @RequestParam int limit) {
    caller(token);
    return new Page(
        database
            .sql(
                "SELECT "
                    + COLUMNS
                    + " FROM peer_tickets WHERE status = ? AND priority = ? ORDER BY id LIMIT ?")
            .params(status, priority, limit)
            .query(Desk::ticket)
            .list());
  }

  @PostMapping("/tickets")
  ResponseEntity<Ticket> create(@AuthenticationPrincipal Jwt token, @RequestBody NewTicket wanted) {
    User caller = caller(token);
    Ticket made =
        database
            .sql(
                "INSERT INTO peer_tickets (title, description, status, priority, employee_id,"
                    + " owner_id, tags, version, created_at, updated_at)"
                    + " VALUES (?, ?, 'new', ?, ?, ?, '{}', 1, now(), now()) RETURNING "
                    + COLUMNS)
            .params(
                wanted.title(),
                wanted.description(),
                wanted.priority(),
                wanted.employeeId(),
                caller.id())
            .query(Desk::ticket)
            .single();
    return ResponseEntity.created(URI.create("/api/v1/tickets/" + made.id())).body(made);
  }

  private User caller(Jwt token) {
    User caller =
        database
            .sql("SELECT id, username, roles, disabled FROM users WHERE id = ?")
            .param(Long.parseLong(token.getSubject()))
            .query(Desk::user)
            .optional()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    if (caller.disabled() || caller.roles().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    return caller;
  }

  private static User user(ResultSet row, int number) throws SQLException {
    return new User(
        row.getLong("id"),
        row.getString("username"),
        List.of((String[]) row.getArray("roles").getArray()),
        row.getBoolean("disabled"));
  }

  private static Ticket ticket(ResultSet row, int number) throws SQLException {
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
