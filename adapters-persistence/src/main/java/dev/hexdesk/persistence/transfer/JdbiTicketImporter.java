package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportedTicket;
import dev.hexdesk.application.transfer.ImportedTicket.Assignee;
import dev.hexdesk.application.transfer.ImportedTicket.Employee;
import dev.hexdesk.application.transfer.ImportedTicket.Moments;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.util.List;
import java.util.Optional;

/** Imports tickets into PostgreSQL, and writes their history. */
public final class JdbiTicketImporter extends StagedImporter<ImportedTicket> {
  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE imported_tickets (
        line bigint PRIMARY KEY, given text[], id bigint, external_id text COLLATE "C",
        title text, description text, status text, priority text,
        employee_id bigint, employee_external_id text COLLATE "C",
        employee_email_key text COLLATE "C",
        owner_id bigint, assignee_id bigint, assignee_key text COLLATE "C",
        tags text[], due_at timestamptz, created_at timestamptz, updated_at timestamptz,
        first_responded_at timestamptz, resolved_at timestamptz, closed_at timestamptz,
        target bigint, employee bigint, assignee bigint)
      ON COMMIT DROP
      """;
  private static final String COPY =
      """
      COPY imported_tickets (
        line, given, id, external_id, title, description, status, priority, employee_id,
        employee_external_id, employee_email_key, owner_id, assignee_id, assignee_key, tags, due_at,
        created_at, updated_at, first_responded_at, resolved_at, closed_at)
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
  private static final String LOCK =
      """
      WITH held AS MATERIALIZED (
        SELECT id
          FROM tickets
         WHERE id IN (SELECT target FROM imported_tickets)
         ORDER BY id
           FOR NO KEY UPDATE)
      SELECT count(*) FROM held
      """;
  private static final String PART =
      """
      UPDATE imported_tickets s SET target = NULL
       WHERE target IS NOT NULL AND NOT EXISTS (SELECT FROM tickets t WHERE t.id = s.target)
      """;

  private static final String FAULTS =
      """
      SELECT line, 'id' AS field, 'unknown' AS code, 'must be the id of a ticket' AS detail
        FROM imported_tickets WHERE id IS NOT NULL AND target IS NULL
      UNION ALL
      SELECT line, CASE WHEN id IS NULL THEN 'external_id' ELSE 'id' END, 'duplicate',
             'is in line ' || first || ' already'
        FROM (SELECT line, id, min(line) OVER (PARTITION BY target) AS first
                FROM imported_tickets WHERE target IS NOT NULL) AS same
       WHERE line > first
      UNION ALL
      SELECT line, 'external_id', 'duplicate', 'is in line ' || first || ' already'
        FROM (SELECT line, target, min(line) OVER (PARTITION BY external_id) AS first
                FROM imported_tickets WHERE external_id IS NOT NULL) AS same
       WHERE line > first AND target IS NULL
      UNION ALL
      SELECT s.line, 'external_id', 'already_exists', 'is taken by another ticket'
        FROM imported_tickets s JOIN tickets t ON t.external_id = s.external_id
       WHERE t.id IS DISTINCT FROM s.target
      UNION ALL
      SELECT line,
             CASE WHEN employee_id IS NOT NULL THEN 'employee_id'
                  WHEN employee_external_id IS NOT NULL THEN 'employee_external_id'
                  ELSE 'employee_email' END,
             'unknown', 'must be that of an employee'
        FROM imported_tickets WHERE employee IS NULL
      UNION ALL
      SELECT s.line,
             CASE WHEN s.employee_id IS NOT NULL THEN 'employee_id'
                  WHEN s.employee_external_id IS NOT NULL THEN 'employee_external_id'
                  ELSE 'employee_email' END,
             'erased', 'must not be that of an employee who was erased'
        FROM imported_tickets s JOIN employees e ON e.id = s.employee
             LEFT JOIN tickets t ON t.id = s.target
       WHERE e.erased_at IS NOT NULL AND t.employee_id IS DISTINCT FROM e.id
      UNION ALL
      SELECT s.line, words.field, 'erased', 'is of an employee who was erased, and stays as it is'
        FROM imported_tickets s JOIN tickets t ON t.id = s.target
             JOIN employees e ON e.id = t.employee_id
             CROSS JOIN LATERAL (VALUES ('title', s.title, t.title),
                                        ('description', s.description, t.description))
               AS words (field, wanted, present)
       WHERE e.erased_at IS NOT NULL AND words.wanted <> words.present
      UNION ALL
      SELECT s.line, CASE WHEN s.assignee_id IS NULL THEN 'assignee' ELSE 'assignee_id' END,
             'unsuitable', 'must be a user who is not disabled and may change tickets'
        FROM imported_tickets s
             LEFT JOIN users u ON u.id = s.assignee
             LEFT JOIN tickets t ON t.id = s.target
       WHERE (s.assignee_id IS NOT NULL OR s.assignee_key IS NOT NULL)
         AND (u.id IS NULL
              OR (u.disabled OR NOT u.roles && :workers) AND u.id IS DISTINCT FROM t.assignee_id)
      UNION ALL
      SELECT s.line, 'owner_id', 'unknown', 'must be the id of a user'
        FROM imported_tickets s LEFT JOIN users u ON u.id = s.owner_id
       WHERE s.owner_id IS NOT NULL AND u.id IS NULL
      UNION ALL
      SELECT s.line, 'id', 'merged', 'is a ticket that goes on in another one and is left as it is'
        FROM imported_tickets s JOIN tickets t ON t.id = s.target
       WHERE t.merged_into IS NOT NULL
         AND ((t.title, t.description, t.employee_id)
              IS DISTINCT FROM (s.title, s.description, s.employee)
              OR t.status <> s.status OR t.priority <> s.priority OR t.owner_id <> s.owner_id
              OR 'tags' = ANY (s.given) AND t.tags <> s.tags
              OR 'due_at' = ANY (s.given) AND t.due_at IS DISTINCT FROM s.due_at
              OR s.given && ARRAY['assignee', 'assignee_id']
                 AND t.assignee_id IS DISTINCT FROM s.assignee
              OR 'external_id' = ANY (s.given) AND t.external_id IS DISTINCT FROM s.external_id
              OR t.created_at <> s.created_at OR t.updated_at <> s.updated_at
              OR t.first_responded_at IS DISTINCT FROM
                 coalesce(s.first_responded_at, t.first_responded_at)
              OR t.resolved_at <> s.resolved_at OR t.closed_at <> s.closed_at)
      UNION ALL
      SELECT s.line, 'owner_id', 'reserved', 'may be set by administrators alone'
        FROM imported_tickets s LEFT JOIN tickets t ON t.id = s.target
       WHERE NOT :historic AND s.owner_id <> coalesce(t.owner_id, :by)
      UNION ALL
      SELECT s.line, moment.field, 'reserved', 'may be set by administrators alone'
        FROM imported_tickets s LEFT JOIN tickets t ON t.id = s.target
             CROSS JOIN LATERAL (
               VALUES ('created_at', s.created_at, t.created_at),
                      ('updated_at', s.updated_at, t.updated_at),
                      ('first_responded_at', s.first_responded_at, t.first_responded_at),
                      ('resolved_at', s.resolved_at, t.resolved_at),
                      ('closed_at', s.closed_at, t.closed_at)) AS moment (field, wanted, present)
       WHERE NOT :historic AND moment.wanted <> coalesce(moment.present, '-infinity')
      """;

  // What a line says nothing about stays as it is; a milestone follows from the status then.
  private static final String RESOLVE =
      """
      UPDATE imported_tickets s
         SET external_id = CASE WHEN 'external_id' = ANY (s.given) THEN s.external_id
                                ELSE t.external_id END,
             status = coalesce(s.status, t.status, 'new'),
             priority = coalesce(s.priority, t.priority, 'normal'),
             owner_id = coalesce(s.owner_id, t.owner_id, :by),
             assignee = CASE WHEN s.given && ARRAY['assignee', 'assignee_id'] THEN s.assignee
                             ELSE t.assignee_id END,
             tags = CASE WHEN 'tags' = ANY (s.given) THEN s.tags ELSE coalesce(t.tags, '{}') END,
             due_at = CASE WHEN 'due_at' = ANY (s.given) THEN s.due_at ELSE t.due_at END,
             created_at = coalesce(s.created_at, t.created_at, :now),
             updated_at = CASE WHEN t.id IS NULL
                               THEN coalesce(s.updated_at, s.closed_at, s.resolved_at,
                                             s.created_at, :now)
                               ELSE nullif(s.updated_at, t.updated_at) END,
             first_responded_at = coalesce(s.first_responded_at, t.first_responded_at),
             resolved_at = CASE WHEN coalesce(s.status, t.status, 'new') IN ('resolved', 'closed')
                                THEN coalesce(s.resolved_at, t.resolved_at, s.closed_at,
                                              s.updated_at, :now)
                                END,
             closed_at = CASE WHEN coalesce(s.status, t.status, 'new') = 'closed'
                              THEN coalesce(s.closed_at, t.closed_at, s.updated_at, :now)
                              END
        FROM imported_tickets x LEFT JOIN tickets t ON t.id = x.target
       WHERE x.line = s.line
      """;
  private static final String UPDATE =
      """
      WITH before AS (
        SELECT t.*, s.line
          FROM imported_tickets s JOIN tickets t ON t.id = s.target
         WHERE t.merged_into IS NULL
           AND (s.updated_at IS NOT NULL
            OR (t.external_id, t.title, t.description, t.status, t.priority, t.employee_id,
                t.owner_id, t.assignee_id, t.tags, t.due_at, t.created_at, t.first_responded_at,
                t.resolved_at, t.closed_at)
               IS DISTINCT FROM
               (s.external_id, s.title, s.description, s.status, s.priority, s.employee,
                s.owner_id, s.assignee, s.tags, s.due_at, s.created_at, s.first_responded_at,
                s.resolved_at, s.closed_at))
      ), changed AS (
        UPDATE tickets t
           SET external_id = s.external_id, title = s.title, description = s.description,
               status = s.status, priority = s.priority, employee_id = s.employee,
               owner_id = s.owner_id, assignee_id = s.assignee, tags = s.tags, due_at = s.due_at,
               first_responded_at = s.first_responded_at, resolved_at = s.resolved_at,
               closed_at = s.closed_at, version = t.version + 1, created_at = s.created_at,
               updated_at = coalesce(s.updated_at, :now)
          FROM imported_tickets s JOIN before b ON b.line = s.line
         WHERE t.id = s.target
        RETURNING s.line, t.id
      ), told AS (
        INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
        SELECT c.id, :now, :by, coalesce((SELECT first_name || ' ' || last_name FROM users WHERE id = :by), '?'), 'imported', false,
               coalesce((SELECT jsonb_agg(jsonb_build_object(
                                  'field', field, 'from', was, 'to', becomes) ORDER BY place)
                           FROM (VALUES
                             (1, 'employee_id', to_jsonb(b.employee_id),
                              to_jsonb(s.employee)),
                             (2, 'title', to_jsonb(b.title),
                              to_jsonb(s.title)),
                             (3, 'description', to_jsonb(b.description),
                              to_jsonb(s.description)),
                             (4, 'status', to_jsonb(b.status),
                              to_jsonb(s.status)),
                             (5, 'priority', to_jsonb(b.priority),
                              to_jsonb(s.priority)),
                             (6, 'assignee_id', to_jsonb(b.assignee_id),
                              to_jsonb(s.assignee)),
                             (7, 'owner_id', to_jsonb(b.owner_id),
                              to_jsonb(s.owner_id)),
                             (8, 'tags', to_jsonb(nullif(b.tags, '{}')),
                              to_jsonb(nullif(s.tags, '{}'))),
                             (9, 'due_at', to_jsonb(to_char(b.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                              to_jsonb(to_char(s.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
                             (10, 'created_at', to_jsonb(to_char(b.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                              to_jsonb(to_char(s.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
                             (11, 'first_responded_at', to_jsonb(to_char(b.first_responded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                              to_jsonb(to_char(s.first_responded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
                             (12, 'resolved_at', to_jsonb(to_char(b.resolved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                              to_jsonb(to_char(s.resolved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
                             (13, 'closed_at', to_jsonb(to_char(b.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
                              to_jsonb(to_char(s.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
                             (14, 'external_id', to_jsonb(b.external_id),
                              to_jsonb(s.external_id)))
                             AS each (place, field, was, becomes)
                          WHERE was IS DISTINCT FROM becomes), '[]')
          FROM changed c
               JOIN before b ON b.line = c.line
               JOIN imported_tickets s ON s.line = c.line
         ORDER BY c.line)
      SELECT count(*) FROM changed
      """;
  private static final String INSERT =
      """
      WITH added AS (
        INSERT INTO tickets (
          external_id, title, description, status, priority, employee_id, owner_id, assignee_id,
          tags, due_at, first_responded_at, resolved_at, closed_at, version, created_at, updated_at)
        SELECT external_id, title, description, status, priority, employee, owner_id, assignee,
               tags, due_at, first_responded_at, resolved_at, closed_at, 1, created_at, updated_at
          FROM imported_tickets
         WHERE target IS NULL
         ORDER BY line
        RETURNING id
      ), told AS (
        INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
        SELECT id, :now, :by, coalesce((SELECT first_name || ' ' || last_name FROM users WHERE id = :by), '?'), 'imported', false, '[]'
          FROM added
         ORDER BY id)
      SELECT count(*) FROM added
      """;

  public JdbiTicketImporter(JdbiUnitOfWork unitOfWork) {
    super(
        unitOfWork,
        new Statements(CREATE, COPY, MATCH, LOCK, PART, FAULTS, RESOLVE, UPDATE, INSERT));
  }

  @Override
  void write(ImportedTicket row, CopyText rows) {
    rows.number(row.line()).texts(row.given()).optional(row.id()).optional(row.externalId());
    rows.text(row.title().value()).text(row.description().value());
    rows.optional(row.status().map(TicketStatus::code));
    rows.optional(row.priority().map(Priority::code));
    write(row.employee(), rows);
    rows.optional(row.ownerId());
    write(row.assignee(), rows);
    rows.texts(row.tags().stream().sorted().map(Tag::value).toList()).optional(row.dueAt());
    Moments moments = row.moments();
    rows.optional(moments.createdAt()).optional(moments.updatedAt());
    rows.optional(moments.firstRespondedAt());
    rows.optional(moments.resolvedAt()).optional(moments.closedAt()).endRow();
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
