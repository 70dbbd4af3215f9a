package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportOptions;
import dev.hexdesk.application.transfer.ImportedEmployee;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.FoldedText;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Imports employees into PostgreSQL. */
public final class JdbiEmployeeImporter extends StagedImporter<ImportedEmployee> {
  // Of what is searched the nick name may come from the row that is there: it is kept apart.
  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE imported_employees (
        line bigint PRIMARY KEY, given text[], id bigint, external_id text COLLATE "C",
        first_name text, last_name text, last_name_key text, nick_name text,
        phone text COLLATE "C", email text, email_key text COLLATE "C", birthday date,
        country text, city text, address text,
        folded_names text, folded_nick_name text, folded_contacts text,
        created_at timestamptz, updated_at timestamptz, target bigint)
      ON COMMIT DROP
      """;
  private static final String COPY =
      """
      COPY imported_employees (
        line, given, id, external_id, first_name, last_name, last_name_key, nick_name, phone, email,
        email_key, birthday, country, city, address, folded_names, folded_nick_name,
        folded_contacts, created_at, updated_at)
      FROM STDIN
      """;
  private static final List<String> MATCH =
      List.of(
          "ANALYZE imported_employees",
          """
          UPDATE imported_employees s SET target = e.id FROM employees e WHERE e.id = s.id
          """,
          """
          UPDATE imported_employees s SET target = e.id
            FROM employees e
           WHERE s.id IS NULL AND e.external_id = s.external_id
             AND NOT EXISTS (SELECT FROM imported_employees renamed
                              WHERE renamed.id = e.id AND 'external_id' = ANY (renamed.given)
                                AND renamed.external_id IS DISTINCT FROM e.external_id)
          """);

  private static final String LOCK =
      """
      WITH held AS MATERIALIZED (
        SELECT id
          FROM employees
         WHERE id IN (SELECT target FROM imported_employees)
         ORDER BY id
           FOR NO KEY UPDATE)
      SELECT count(*) FROM held
      """;
  private static final String PART =
      """
      UPDATE imported_employees s SET target = NULL
       WHERE target IS NOT NULL AND NOT EXISTS (SELECT FROM employees e WHERE e.id = s.target)
      """;
  // What counts is what the whole file leads to: somebody has what another row takes away from
  // them.
  private static final String FAULTS =
      """
      SELECT line, 'id' AS field, 'unknown' AS code, 'must be the id of an employee' AS detail
        FROM imported_employees WHERE id IS NOT NULL AND target IS NULL
      UNION ALL
      SELECT s.line, 'id', 'erased', 'is an employee who was erased'
        FROM imported_employees s JOIN employees e ON e.id = s.target
       WHERE e.erased_at IS NOT NULL
      UNION ALL
      SELECT line, CASE WHEN id IS NULL THEN 'external_id' ELSE 'id' END, 'duplicate',
             'is in line ' || first || ' already'
        FROM (SELECT line, id, min(line) OVER (PARTITION BY target) AS first
                FROM imported_employees WHERE target IS NOT NULL) AS same
       WHERE line > first
      UNION ALL
      SELECT line, 'external_id', 'duplicate', 'is in line ' || first || ' already'
        FROM (SELECT line, target, first_value(line) OVER same_id AS first,
                     first_value(target) OVER same_id AS first_target
                FROM imported_employees WHERE external_id IS NOT NULL
              WINDOW same_id AS (PARTITION BY external_id ORDER BY line)) AS same
       WHERE line > first AND (target IS NULL OR target IS DISTINCT FROM first_target)
      UNION ALL
      SELECT line, 'phone', 'duplicate', 'is in line ' || first || ' already'
        FROM (SELECT line, min(line) OVER (PARTITION BY phone) AS first
                FROM imported_employees) AS same
       WHERE line > first
      UNION ALL
      SELECT line, 'email', 'duplicate', 'is in line ' || first || ' already'
        FROM (SELECT line, min(line) OVER (PARTITION BY email_key) AS first
                FROM imported_employees) AS same
       WHERE line > first
      UNION ALL
      SELECT s.line, 'phone', 'already_exists', 'is taken by another employee'
        FROM imported_employees s JOIN employees e ON e.phone = s.phone
       WHERE e.id IS DISTINCT FROM s.target
         AND NOT EXISTS (SELECT FROM imported_employees away
                          WHERE away.target = e.id AND away.phone <> e.phone)
      UNION ALL
      SELECT s.line, 'email', 'already_exists', 'is taken by another employee'
        FROM imported_employees s JOIN employees e ON e.email_key = s.email_key
       WHERE e.id IS DISTINCT FROM s.target
         AND NOT EXISTS (SELECT FROM imported_employees away
                          WHERE away.target = e.id AND away.email_key <> e.email_key)
      UNION ALL
      SELECT s.line, 'external_id', 'already_exists', 'is taken by another employee'
        FROM imported_employees s JOIN employees e ON e.external_id = s.external_id
       WHERE e.id IS DISTINCT FROM s.target
         AND NOT EXISTS (SELECT FROM imported_employees away
                          WHERE away.target = e.id AND 'external_id' = ANY (away.given)
                            AND away.external_id IS DISTINCT FROM e.external_id)
      UNION ALL
      SELECT s.line, moment.field, 'reserved', 'may be set by administrators alone'
        FROM imported_employees s LEFT JOIN employees e ON e.id = s.target
             CROSS JOIN LATERAL (VALUES ('created_at', s.created_at, e.created_at),
                                        ('updated_at', s.updated_at, e.updated_at))
               AS moment (field, wanted, present)
       WHERE NOT :historic AND moment.wanted <> coalesce(moment.present, '-infinity')
      """;

  private static final String RESOLVE =
      """
      UPDATE imported_employees s
         SET external_id = CASE WHEN 'external_id' = ANY (s.given) THEN s.external_id
                                ELSE e.external_id END,
             nick_name = CASE WHEN 'nick_name' = ANY (s.given) THEN s.nick_name
                              ELSE e.nick_name END,
             folded_nick_name = CASE WHEN 'nick_name' = ANY (s.given) THEN s.folded_nick_name
                                     ELSE split_part(e.search_text, E'\\n', 3) END,
             birthday = CASE WHEN 'birthday' = ANY (s.given) THEN s.birthday ELSE e.birthday END,
             country = CASE WHEN 'country' = ANY (s.given) THEN s.country ELSE e.country END,
             city = CASE WHEN 'city' = ANY (s.given) THEN s.city ELSE e.city END,
             address = CASE WHEN 'address' = ANY (s.given) THEN s.address ELSE e.address END,
             created_at = coalesce(s.created_at, e.created_at),
             updated_at = nullif(s.updated_at, e.updated_at)
        FROM employees e
       WHERE e.id = s.target
      """;
  private static final String UPDATE =
      """
      WITH changed AS (
        UPDATE employees e
           SET external_id = s.external_id, first_name = s.first_name, last_name = s.last_name,
               last_name_key = s.last_name_key, nick_name = s.nick_name, phone = s.phone,
               email = s.email, email_key = s.email_key, birthday = s.birthday,
               country = s.country, city = s.city, address = s.address,
               search_text = s.folded_names || E'\\n' || s.folded_nick_name || E'\\n'
                             || s.folded_contacts,
               version = e.version + 1, created_at = s.created_at,
               updated_at = coalesce(s.updated_at, :now)
          FROM imported_employees s
         WHERE e.id = s.target
           AND (s.updated_at IS NOT NULL
                OR (e.external_id, e.first_name, e.last_name, e.nick_name, e.phone, e.email,
                    e.birthday, e.country, e.city, e.address, e.created_at)
                   IS DISTINCT FROM
                   (s.external_id, s.first_name, s.last_name, s.nick_name, s.phone, s.email,
                    s.birthday, s.country, s.city, s.address, s.created_at))
        RETURNING 1)
      SELECT count(*) FROM changed
      """;
  private static final String INSERT =
      """
      WITH added AS (
        INSERT INTO employees (
          external_id, first_name, last_name, last_name_key, nick_name, phone, email, email_key,
          birthday, country, city, address, search_text, version, created_at, updated_at)
        SELECT external_id, first_name, last_name, last_name_key, nick_name, phone, email,
               email_key, birthday, country, city, address,
               folded_names || E'\\n' || folded_nick_name || E'\\n' || folded_contacts, 1,
               coalesce(created_at, :now), coalesce(updated_at, created_at, :now)
          FROM imported_employees
         WHERE target IS NULL
         ORDER BY line
        RETURNING 1)
      SELECT count(*) FROM added
      """;

  public JdbiEmployeeImporter(JdbiUnitOfWork unitOfWork) {
    super(unitOfWork, new Statements(CREATE, COPY, MATCH, LOCK, PART, FAULTS));
  }

  @Override
  void decide(Handle handle, ImportOptions options, ImportErrors errors) {
    // What is wrong with employees is wrong with sets of them: the statement has found it all.
  }

  @Override
  ImportCounts write(Handle handle, long rows, ImportOptions options) {
    bind(handle.createUpdate(RESOLVE), options).execute();
    long updated = bind(handle.createQuery(UPDATE), options).mapTo(long.class).one();
    long created = bind(handle.createQuery(INSERT), options).mapTo(long.class).one();
    return new ImportCounts(rows, created, updated, rows - created - updated);
  }

  @Override
  void write(ImportedEmployee row, CopyText rows) {
    EmployeeProfile profile = row.profile();
    String first = profile.firstName().value();
    String last = profile.lastName().value();
    String nick = profile.nickName().map(NickName::value).orElse("");
    rows.number(row.line()).texts(row.given()).optional(row.id()).optional(row.externalId());
    rows.text(first).text(last).text(FoldedText.sortKey(last)).optional(profile.nickName());
    rows.text(profile.phone().value()).text(profile.email().value()).text(profile.email().key());
    rows.optional(profile.birthday()).optional(profile.country()).optional(profile.city());
    rows.optional(profile.address());
    rows.text(FoldedText.searchText(first, last)).text(FoldedText.searchText(nick));
    rows.text(FoldedText.searchText(profile.phone().value(), profile.email().value()));
    rows.optional(row.createdAt()).optional(row.updatedAt()).endRow();
  }
}
