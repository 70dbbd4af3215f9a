package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportOptions;
import dev.hexdesk.application.transfer.ImportedTicket;
import dev.hexdesk.application.transfer.ImportedTicket.Assignee;
import dev.hexdesk.application.transfer.ImportedTicket.Employee;
import dev.hexdesk.application.transfer.MatchedTicket;
import dev.hexdesk.application.transfer.RowParser;
import dev.hexdesk.application.transfer.TicketImportRules;
import dev.hexdesk.application.transfer.TicketImportRules.Decision;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.handover.TicketMoves;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.HistoryJson;
import dev.hexdesk.persistence.ticket.TicketTable;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Imports tickets into PostgreSQL, and writes their history. */
public final class JdbiTicketImporter extends StagedImporter<ImportedTicket> {
  // Beside what rows are matched by, the row as it was written: it is parsed again when it is
  // decided.
  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE imported_tickets (
        line bigint PRIMARY KEY, source text, id bigint,
        external_id_given boolean, external_id text COLLATE "C",
        employee_id bigint, employee_external_id text COLLATE "C",
        employee_email_key text COLLATE "C",
        owner_id bigint, assignee_id bigint, assignee_key text COLLATE "C",
        target bigint, employee bigint, assignee bigint)
      ON COMMIT DROP
      """;
  private static final String COPY =
      """
      COPY imported_tickets (
        line, source, id, external_id_given, external_id, employee_id, employee_external_id,
        employee_email_key, owner_id, assignee_id, assignee_key)
      FROM STDIN
      """;
  private static final List<String> MATCH =
      List.of(
          "ANALYZE imported_tickets",
          "UPDATE imported_tickets s SET target = t.id FROM tickets t WHERE t.id = s.id",
          """
          UPDATE imported_tickets s SET target = t.id
            FROM tickets t
           WHERE s.id IS NULL AND t.external_id = s.external_id
             AND NOT EXISTS (SELECT FROM imported_tickets renamed
                              WHERE renamed.id = t.id AND renamed.external_id_given
                                AND renamed.external_id IS DISTINCT FROM t.external_id)
          """,
          "UPDATE imported_tickets s SET employee = e.id FROM employees e WHERE e.id ="
              + " s.employee_id",
          """
          UPDATE imported_tickets s SET employee = e.id
            FROM employees e
           WHERE e.external_id = s.employee_external_id
          """,
          """
          UPDATE imported_tickets s SET employee = e.id
            FROM employees e
           WHERE e.email_key = s.employee_email_key
          """,
          """
          UPDATE imported_tickets s SET assignee = u.id FROM users u WHERE u.id = s.assignee_id
          """,
          """
          UPDATE imported_tickets s SET assignee = u.id
            FROM users u
           WHERE u.username_key = s.assignee_key
          """);

  // What is wrong with rows beside each other; what is wrong with one is decided row by row.
  private static final String ERRORS =
      """
      SELECT s.line, 'employee_email', 'ambiguous',
             'is the address of several employees: name one by id or external id'
        FROM imported_tickets s
       WHERE s.employee_email_key IS NOT NULL
         AND (SELECT count(*) FROM employees e WHERE e.email_key = s.employee_email_key) > 1
      UNION ALL
      SELECT s.line, 'external_id', 'already_exists', 'is taken by another ticket'
        FROM imported_tickets s JOIN tickets t ON t.external_id = s.external_id
       WHERE t.id IS DISTINCT FROM s.target
         AND NOT EXISTS (SELECT FROM imported_tickets away
                          WHERE away.target = t.id AND away.external_id_given
                            AND away.external_id IS DISTINCT FROM t.external_id)
      """;

  /** So few, as each can be of the longest. */
  private static final int BATCH = 100;

  private static final String READ_BATCH =
      "SELECT "
          + TicketTable.ALL.listOf("t")
          + """
          , s.line, s.source,
                 s.target, s.employee, e.erased_at IS NOT NULL AS employee_erased,
                 p.erased_at IS NOT NULL AS present_erased,
                 s.assignee, u.roles AS assignee_roles, u.disabled AS assignee_disabled,
                 o.id IS NOT NULL AS owner_exists
            FROM imported_tickets s
                 LEFT JOIN tickets t ON t.id = s.target
                 LEFT JOIN employees p ON p.id = t.employee_id
                 LEFT JOIN employees e ON e.id = s.employee
                 LEFT JOIN users u ON u.id = s.assignee
                 LEFT JOIN users o ON o.id = s.owner_id
           WHERE s.line > :after
           ORDER BY s.line
           LIMIT :batch
          """;
  private static final String HANDED_OVER =
      """
      SELECT coalesce(array_agg(target), '{}')
        FROM (SELECT target
                FROM imported_tickets
               WHERE line > :after AND EXISTS (SELECT FROM user_handovers)
               ORDER BY line
               LIMIT :batch) AS batch
       WHERE target IS NOT NULL
      """;
  private static final String CREATE_DECIDED =
      "CREATE TEMPORARY TABLE decided_tickets ON COMMIT DROP AS SELECT false AS added,"
          + " ''::text AS changes, "
          + TicketTable.COLUMNS
          + " FROM tickets WITH NO DATA";
  private static final String COPY_DECIDED =
      "COPY decided_tickets (added, changes, " + TicketTable.COLUMNS + ") FROM STDIN";
  private static final String RESERVE_IDS =
      """
      SELECT array_agg(nextval(pg_get_serial_sequence('tickets', 'id')))
        FROM generate_series(1, :many)
      """;
  private static final String UPDATE =
      "UPDATE tickets t SET "
          + TicketTable.CHANGEABLE.assignmentsFrom("d")
          + " FROM decided_tickets d WHERE t.id = d.id AND NOT d.added";
  private static final String INSERT =
      "INSERT INTO tickets ("
          + TicketTable.COLUMNS
          + ") OVERRIDING SYSTEM VALUE SELECT "
          + TicketTable.COLUMNS
          + " FROM decided_tickets WHERE added ORDER BY id";
  private static final String RECORD =
      """
      INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
      SELECT d.id, :now, :by, coalesce(actor.name, '?'), :action, false, CAST(d.changes AS jsonb)
        FROM decided_tickets d
             LEFT JOIN (SELECT concat_ws(' ', first_name, last_name) AS name FROM users WHERE id = :by)
               AS actor ON true
       ORDER BY d.id
      """;

  private final RowParser<ImportedTicket> parser;
  private final TicketImportRules rules;

  /**
   * @param parser reads once more what is staged
   * @param rules decide what becomes of each ticket
   */
  public JdbiTicketImporter(
      JdbiUnitOfWork unitOfWork, RowParser<ImportedTicket> parser, TicketImportRules rules) {
    super(unitOfWork, Statements.of("tickets", "a ticket", CREATE, COPY, MATCH, ERRORS));
    this.parser = parser;
    this.rules = rules;
  }

  @Override
  void decide(Handle handle, ImportOptions options, ImportErrors errors) {
    handle.execute(CREATE_DECIDED);
    long after = 0;
    MatchedTicketRow reader = new MatchedTicketRow(parser, options.now());
    List<MatchedTicket> batch = readBatch(handle, reader, after);
    while (!batch.isEmpty()) {
      decide(handle, batch, options, errors);
      after = batch.getLast().row().line();
      batch = readBatch(handle, reader, after);
    }
  }

  private static List<MatchedTicket> readBatch(Handle handle, MatchedTicketRow reader, long after) {
    TicketMoves.move(handle, targetsWhileAnyAreHandedOver(handle, after));
    return handle
        .createQuery(READ_BATCH)
        .bind("after", after)
        .bind("batch", BATCH)
        .map((row, context) -> reader.read(row))
        .list();
  }

  private static List<Long> targetsWhileAnyAreHandedOver(Handle handle, long after) {
    return handle
        .createQuery(HANDED_OVER)
        .bind("after", after)
        .bind("batch", BATCH)
        .map((row, context) -> List.of((Long[]) row.getArray(1).getArray()))
        .one();
  }

  private void decide(
      Handle handle, List<MatchedTicket> batch, ImportOptions options, ImportErrors errors) {
    List<Decision> decisions = batch.stream().map(match -> rules.decide(match, options)).toList();
    for (int i = 0; i < batch.size(); i++) {
      if (decisions.get(i) instanceof Decision.Refuse(List<Violation> violations)) {
        long line = batch.get(i).row().line();
        violations.stream()
            .sorted(Comparator.comparing(Violation::field))
            .forEach(violation -> errors.add(line, violation));
      }
    }
    if (errors.isEmpty()) {
      keep(handle, decisions);
    }
  }

  /** Keeps what is to be written until all of the file is known to be in order. */
  private static void keep(Handle handle, List<Decision> decisions) {
    Iterator<Long> ids = reservedIds(handle, decisions);
    copy(
        handle,
        COPY_DECIDED,
        send -> {
          CopyText rows = new CopyText();
          for (Decision decision : decisions) {
            switch (decision) {
              case Decision.Add(TicketRecord ticket, Instant updatedAt) ->
                  write(
                      true,
                      ticket.asChanges(),
                      ticket.numbered(new TicketId(ids.next()), updatedAt),
                      rows);
              case Decision.Change(Ticket ticket, List<FieldChange> changes) ->
                  write(false, changes, ticket, rows);
              case Decision.Leave leave -> {}
              case Decision.Refuse refuse -> {}
            }
            if (rows.length() >= CHUNK) {
              send.accept(rows);
            }
          }
          send.accept(rows);
        });
  }

  private static Iterator<Long> reservedIds(Handle handle, List<Decision> decisions) {
    long many = decisions.stream().filter(Decision.Add.class::isInstance).count();
    return many == 0
        ? Collections.emptyIterator()
        : handle
            .createQuery(RESERVE_IDS)
            .bind("many", many)
            .map((row, context) -> List.of((Long[]) row.getArray(1).getArray()))
            .one()
            .iterator();
  }

  private static void write(
      boolean added, List<FieldChange> changes, Ticket ticket, CopyText rows) {
    rows.flag(added).text(HistoryJson.write(changes));
    TicketTable.ALL.copy(ticket, rows);
    rows.endRow();
  }

  @Override
  ImportCounts write(Handle handle, long rows, ImportOptions options) {
    handle.execute("ANALYZE decided_tickets");
    long updated = handle.execute(UPDATE);
    long created = handle.execute(INSERT);
    bind(handle.createUpdate(RECORD), options)
        .bind("action", TicketAction.IMPORTED.code())
        .execute();
    return new ImportCounts(rows, created, updated, rows - created - updated);
  }

  @Override
  void write(ImportedTicket row, CopyText rows) {
    rows.number(row.line()).text(ImportRecordJson.write(row.source())).optional(row.id());
    rows.flag(row.externalId().isMade());
    rows.optional(row.externalId().appliedTo(Optional.empty()).map(ExternalId::value));
    write(row.employee(), rows);
    rows.optional(row.ownerId());
    write(row.assignee().appliedTo(Optional.empty()), rows);
    rows.endRow();
  }

  private static void write(Employee employee, CopyText rows) {
    switch (employee) {
      case Employee.ById(long id) -> rows.number(id).nothing().nothing();
      case Employee.ByExternalId(var externalId) ->
          rows.nothing().text(externalId.value()).nothing();
      case Employee.ByEmail(var email) -> rows.nothing().nothing().text(email.key());
    }
  }

  private static void write(Optional<Assignee> assignee, CopyText rows) {
    if (assignee.isEmpty()) {
      rows.nothing().nothing();
      return;
    }
    switch (assignee.get()) {
      case Assignee.ById(long id) -> rows.number(id).nothing();
      case Assignee.ByName(Username name) -> rows.nothing().text(name.key());
    }
  }
}
