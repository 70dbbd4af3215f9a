package dev.hexdesk.demo;

import dev.hexdesk.demo.Tickets.Batch;
import dev.hexdesk.persistence.support.BulkLoad;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Fills a database that has neither employees nor tickets, all or nothing. */
public final class DemoLoader {
  private static final int BATCH = 10_000;
  private static final int DISABLED_EVERY = 20;

  private static final List<String> TABLES =
      List.of("employees", "tickets", "comments", "ticket_history");

  private static final String COPY_USERS =
      """
      COPY users (
        username, username_key, first_name, last_name, last_name_key, phone, email, email_key,
        roles, disabled, login_denied, password_hash, search_text, version, created_at, updated_at)
      FROM STDIN
      """;
  private static final String COPY_EMPLOYEES =
      """
      COPY employees (
        id, first_name, last_name, last_name_key, nick_name, phone, email, email_key, birthday,
        country, city, address, search_text, version, created_at, updated_at)
      FROM STDIN
      """;
  private static final String COPY_TICKETS =
      """
      COPY tickets (
        id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, due_at,
        first_responded_at, resolved_at, closed_at, version, created_at, updated_at)
      FROM STDIN
      """;
  private static final String COPY_COMMENTS =
      """
      COPY comments (
        ticket_id, author_id, author_name, body, internal, version, created_at, updated_at)
      FROM STDIN
      """;
  private static final String COPY_HISTORY =
      """
      COPY ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
      FROM STDIN
      """;

  private final Connection connection;
  private final Progress progress;

  /** The possible outcomes. */
  public sealed interface Outcome {
    record Loaded() implements Outcome {}

    record NotEmpty() implements Outcome {}
  }

  /**
   * @param connection in its standard state, in which it is left
   */
  public DemoLoader(Connection connection, Progress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /** Invents what the plan says. Whoever uses the tables meanwhile has to wait. */
  public Outcome load(DemoPlan plan) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute("SET LOCAL lock_timeout = '10s'");
      execute("LOCK TABLE users, employees, tickets, comments IN ACCESS EXCLUSIVE MODE");
      if (exists("SELECT FROM employees") || exists("SELECT FROM tickets")) {
        connection.rollback();
        return new Outcome.NotEmpty();
      }
      fill(plan);
      connection.commit();
    } catch (SQLException | RuntimeException failure) {
      connection.rollback();
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
    progress.begin("statistics", 1);
    // Also marks what index-only scans need not look at.
    execute("VACUUM (ANALYZE)");
    progress.done(1);
    return new Outcome.Loaded();
  }

  private void fill(DemoPlan plan) throws SQLException {
    execute("SET LOCAL maintenance_work_mem = '256MB'");
    BulkLoad bulk = BulkLoad.withoutKeys(connection, TABLES);
    SeededRandom dice = new SeededRandom(plan.seed());
    WorkTime time = new WorkTime(plan.until());
    People people = new People(dice);
    Staff staff = users(plan, people, time);
    long firstEmployee = nextId("employees", plan.employees());
    employees(plan, people, time, firstEmployee);
    long firstTicket = nextId("tickets", plan.tickets());
    tickets(plan, new Tickets(dice, plan, time, staff, firstTicket, firstEmployee));
    restore("indexes", bulk);
    execute("SELECT hexdesk_fill_tag_counts()");
    new SearchFill(connection, progress).fill(firstTicket, plan.tickets());
  }

  private void restore(String part, BulkLoad bulk) throws SQLException {
    progress.begin(part, bulk.steps());
    bulk.restore(() -> progress.done(1));
  }

  private Staff users(DemoPlan plan, People people, WorkTime time) throws SQLException {
    CopyText rows = new CopyText();
    List<String> working = new ArrayList<>();
    for (int number = 1; number <= plan.users(); number++) {
      String role = number % 10 == 2 ? "manager" : "support";
      boolean disabled = number % DISABLED_EVERY == 0;
      String name = people.user(rows, number, role, disabled, plan.passwordHash(), time.start());
      if (!disabled) {
        working.add(name);
      }
    }
    copy(COPY_USERS, rows.drain());
    return new Staff(members(working));
  }

  private List<Staff.Member> members(List<String> usernames) throws SQLException {
    List<Staff.Member> members = new ArrayList<>();
    try (var statement =
        connection.prepareStatement(
            "SELECT id, concat_ws(' ', first_name, last_name) FROM users WHERE username = ANY (?)"
                + " ORDER BY id")) {
      statement.setArray(1, connection.createArrayOf("text", usernames.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          members.add(new Staff.Member(rows.getLong(1), rows.getString(2)));
        }
      }
    }
    return members;
  }

  private void employees(DemoPlan plan, People people, WorkTime time, long first)
      throws SQLException {
    progress.begin("employees", plan.employees());
    CopyText rows = new CopyText();
    for (int made = 0; made < plan.employees(); ) {
      int size = Math.min(BATCH, plan.employees() - made);
      for (int i = 0; i < size; i++, made++) {
        people.employee(rows, first + made, time.at((double) made / plan.employees() / 2));
      }
      copy(COPY_EMPLOYEES, rows.drain());
      progress.done(size);
    }
  }

  /** The next batch is invented while PostgreSQL stores the one before. */
  private void tickets(DemoPlan plan, Tickets tickets) throws SQLException {
    progress.begin("tickets", plan.tickets());
    Batch batch = tickets.next(BATCH);
    while (batch.size() > 0) {
      CompletableFuture<Batch> next = CompletableFuture.supplyAsync(() -> tickets.next(BATCH));
      try {
        copy(COPY_TICKETS, batch.tickets());
        copy(COPY_COMMENTS, batch.comments());
        copy(COPY_HISTORY, batch.history());
        progress.done(batch.size());
      } finally {
        batch = joined(next);
      }
    }
  }

  private static Batch joined(CompletableFuture<Batch> next) {
    try {
      return next.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException defect ? defect : failure;
    }
  }

  /** Takes so many ids in a row, for rows that name theirs, and gives the first. */
  private long nextId(String table, int count) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            SELECT setval(s.name::regclass, nextval(s.name::regclass) + ?) - ?
              FROM (SELECT pg_get_serial_sequence(?, 'id')) s (name)
            """)) {
      int more = Math.max(count - 1, 0);
      statement.setInt(1, more);
      statement.setInt(2, more);
      statement.setString(3, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private boolean exists(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query + " LIMIT 1")) {
      return row.next();
    }
  }

  private void copy(String sql, byte[] rows) throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(rows, 0, rows.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
