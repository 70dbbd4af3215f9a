package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportOptions;
import dev.hexdesk.application.transfer.ImportedEmployee;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.FoldedText;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Imports employees into PostgreSQL. */
public final class JdbiEmployeeImporter extends StagedImporter<ImportedEmployee> {
  // Of what is searched each part may come from the row that is there: they are kept apart.
  private static final String CREATE =
      """
      CREATE TEMPORARY TABLE imported_employees (
        line bigint PRIMARY KEY, given text[], id bigint, external_id text COLLATE "C",
        first_name text, first_name_key text, last_name text, last_name_key text, nick_name text,
        phone text COLLATE "C", email text, email_key text COLLATE "C", birthday date,
        country text, city text, address text,
        folded_first_name text, folded_last_name text, folded_nick_name text, folded_phone text,
        folded_email text,
        created_at timestamptz, updated_at timestamptz, target bigint)
      ON COMMIT DROP
      """;
  private static final String COPY =
      """
      COPY imported_employees (
        line, given, id, external_id, first_name, first_name_key, last_name, last_name_key,
        nick_name, phone, email, email_key, birthday, country, city, address, folded_first_name, folded_last_name,
        folded_nick_name, folded_phone, folded_email, created_at, updated_at)
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
          """,
          // A file that knows nothing of extensions takes none away.
          """
          UPDATE imported_employees s
             SET phone = e.phone, folded_phone = split_part(e.search_text, E'\\n', 4)
            FROM employees e
           WHERE e.id = s.target AND NOT 'phone_extension' = ANY (s.given)
             AND e.phone LIKE s.phone || ';ext=%'
          """);

  // A number or an address is nobody else's where a constraint says so.
  // What counts is what the whole file leads to: somebody has what another row takes away from
  // them. Of each, the field and the column by which two are told to be the same.
  private static final String CONTACT_ERRORS =
      """
      SELECT line, '%1$s', 'duplicate', 'is in line ' || first || ' already'
        FROM (SELECT line, min(line) OVER (PARTITION BY %2$s) AS first
                FROM imported_employees WHERE %2$s IS NOT NULL) AS same
       WHERE line > first
         AND EXISTS (SELECT FROM pg_constraint WHERE conname = 'employees_%1$s_unique'
                                                AND conrelid = 'employees'::regclass)
      UNION ALL
      SELECT s.line, '%1$s', 'already_exists', 'is taken by another employee'
        FROM imported_employees s JOIN employees e ON e.%2$s = s.%2$s
       WHERE e.id IS DISTINCT FROM s.target
         AND EXISTS (SELECT FROM pg_constraint WHERE conname = 'employees_%1$s_unique'
                                                AND conrelid = 'employees'::regclass)
         AND NOT EXISTS (SELECT FROM imported_employees away
                          WHERE away.target = e.id AND '%1$s' = ANY (away.given)
                            AND away.%2$s IS DISTINCT FROM e.%2$s)
      UNION ALL
      """;
  private static final String ERRORS =
      CONTACT_ERRORS.formatted("phone", "phone")
          + CONTACT_ERRORS.formatted("email", "email_key")
          + """
          SELECT s.line, 'id', 'erased',
                 CASE WHEN e.erased_at IS NULL THEN 'is an employee who was not erased'
                      ELSE 'is an employee who was erased' END
            FROM imported_employees s JOIN employees e ON e.id = s.target
           WHERE (e.erased_at IS NULL) = (s.given = '{}')
          UNION ALL
          SELECT s.line, 'external_id', 'already_exists', 'is taken by another employee'
            FROM imported_employees s JOIN employees e ON e.external_id = s.external_id
           WHERE e.id IS DISTINCT FROM s.target
             AND NOT EXISTS (SELECT FROM imported_employees away
                              WHERE away.target = e.id AND 'external_id' = ANY (away.given)
                                AND away.external_id IS DISTINCT FROM e.external_id)
          UNION ALL
          SELECT s.line, missing.field, 'required', 'is required where there is no ' || missing.other
            FROM imported_employees s LEFT JOIN employees e ON e.id = s.target
                 CROSS JOIN (VALUES ('first_name', 'last_name'), ('last_name', 'first_name'))
                   AS missing (field, other)
           WHERE CASE WHEN 'first_name' = ANY (s.given) THEN s.first_name ELSE e.first_name END IS NULL
             AND CASE WHEN 'last_name' = ANY (s.given) THEN s.last_name ELSE e.last_name END IS NULL
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
             first_name = CASE WHEN 'first_name' = ANY (s.given) THEN s.first_name
                               ELSE e.first_name END,
             folded_first_name = CASE WHEN 'first_name' = ANY (s.given) THEN s.folded_first_name
                                      ELSE split_part(e.search_text, E'\\n', 1) END,
             last_name = CASE WHEN 'last_name' = ANY (s.given) THEN s.last_name
                              ELSE e.last_name END,
             last_name_key = coalesce(
               CASE WHEN 'last_name' = ANY (s.given) THEN s.last_name_key
                    WHEN e.last_name IS NOT NULL THEN e.last_name_key END,
               CASE WHEN 'first_name' = ANY (s.given) THEN s.first_name_key
                    WHEN e.last_name IS NULL THEN e.last_name_key
                    ELSE left(split_part(e.search_text, E'\\n', 1), 200) END),
             folded_last_name = CASE WHEN 'last_name' = ANY (s.given) THEN s.folded_last_name
                                     ELSE split_part(e.search_text, E'\\n', 2) END,
             nick_name = CASE WHEN 'nick_name' = ANY (s.given) THEN s.nick_name
                              ELSE e.nick_name END,
             folded_nick_name = CASE WHEN 'nick_name' = ANY (s.given) THEN s.folded_nick_name
                                     ELSE split_part(e.search_text, E'\\n', 3) END,
             phone = CASE WHEN 'phone' = ANY (s.given) THEN s.phone ELSE e.phone END,
             folded_phone = CASE WHEN 'phone' = ANY (s.given) THEN s.folded_phone
                                 ELSE split_part(e.search_text, E'\\n', 4) END,
             email = CASE WHEN 'email' = ANY (s.given) THEN s.email ELSE e.email END,
             email_key = CASE WHEN 'email' = ANY (s.given) THEN s.email_key ELSE e.email_key END,
             folded_email = CASE WHEN 'email' = ANY (s.given) THEN s.folded_email
                                 ELSE split_part(e.search_text, E'\\n', 5) END,
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
               search_text = concat_ws(E'\\n', s.folded_first_name, s.folded_last_name,
                                       s.folded_nick_name, s.folded_phone, s.folded_email),
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
        SELECT external_id, first_name, last_name, coalesce(last_name_key, first_name_key),
               nick_name, phone, email, email_key, birthday, country, city, address,
               concat_ws(E'\\n', folded_first_name, folded_last_name, folded_nick_name,
                         folded_phone, folded_email), 1,
               coalesce(created_at, :now), coalesce(updated_at, created_at, :now)
          FROM imported_employees
         WHERE target IS NULL
         ORDER BY line
        RETURNING 1)
      SELECT count(*) FROM added
      """;

  public JdbiEmployeeImporter(JdbiUnitOfWork unitOfWork) {
    super(unitOfWork, Statements.of("employees", "an employee", CREATE, COPY, MATCH, ERRORS));
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
    EmployeeChanges changes = row.changes();
    Optional<String> first = said(changes.firstName(), PersonName::value);
    Optional<String> last = said(changes.lastName(), PersonName::value);
    Optional<String> nick = said(changes.nickName(), NickName::value);
    Optional<String> phone = said(changes.phone(), PhoneNumber::value);
    Optional<String> email = said(changes.email(), EmailAddress::value);
    rows.number(row.line()).texts(row.given()).optional(row.id());
    rows.optional(row.externalId().map(ExternalId::value));
    rows.optional(first).optional(first.map(FoldedText::sortKey));
    rows.optional(last).optional(last.map(FoldedText::sortKey));
    rows.optional(nick).optional(phone);
    rows.optional(email).optional(said(changes.email(), EmailAddress::key));
    rows.optional(said(changes.birthday(), LocalDate::toString));
    rows.optional(said(changes.country(), Country::value));
    rows.optional(said(changes.city(), City::value));
    rows.optional(said(changes.address(), PostalAddress::value));
    Stream.of(first, last, nick, phone, email)
        .forEach(part -> rows.text(FoldedText.searchText(part.orElse(""))));
    rows.optional(row.createdAt()).optional(row.updatedAt()).endRow();
  }

  /** What the row says of a field; nothing as well where it says nothing. */
  private static <V> Optional<String> said(
      Change<Optional<V>> change, Function<V, String> written) {
    return change.appliedTo(Optional.empty()).map(written);
  }
}
