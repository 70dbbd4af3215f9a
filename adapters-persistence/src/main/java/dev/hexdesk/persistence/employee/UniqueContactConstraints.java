package dev.hexdesk.persistence.employee;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether two employees may have the same telephone number or the same e-mail address. A constraint
 * of the database says so to whoever writes.
 */
public final class UniqueContactConstraints {
  /** What can be unique. */
  public enum Contact {
    PHONE(
        "phone",
        "employees_phone_unique",
        "ALTER TABLE employees ADD CONSTRAINT employees_phone_unique UNIQUE (phone)"
            + " DEFERRABLE INITIALLY IMMEDIATE",
        "ALTER TABLE employees DROP CONSTRAINT IF EXISTS employees_phone_unique",
        "CREATE INDEX IF NOT EXISTS employees_by_phone ON employees (phone, id)",
        "DROP INDEX IF EXISTS employees_by_phone",
        "SELECT min(phone) AS value, array_agg(id ORDER BY id) AS ids FROM employees"
            + " WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) > 1 ORDER BY 1"),
    EMAIL(
        "email",
        "employees_email_unique",
        "ALTER TABLE employees ADD CONSTRAINT employees_email_unique UNIQUE (email_key)"
            + " DEFERRABLE INITIALLY IMMEDIATE",
        "ALTER TABLE employees DROP CONSTRAINT IF EXISTS employees_email_unique",
        "CREATE INDEX IF NOT EXISTS employees_by_email ON employees (email_key, id)",
        "DROP INDEX IF EXISTS employees_by_email",
        "SELECT min(email) AS value, array_agg(id ORDER BY id) AS ids FROM employees"
            + " WHERE email_key IS NOT NULL GROUP BY email_key HAVING count(*) > 1 ORDER BY 1");

    private final String field;
    private final String constraint;
    private final String addConstraint;
    private final String dropConstraint;
    private final String addIndex;
    private final String dropIndex;
    private final String shared;

    Contact(
        @CompileTimeConstant final String field,
        @CompileTimeConstant final String constraint,
        @CompileTimeConstant final String addConstraint,
        @CompileTimeConstant final String dropConstraint,
        @CompileTimeConstant final String addIndex,
        @CompileTimeConstant final String dropIndex,
        @CompileTimeConstant final String shared) {
      this.field = field;
      this.constraint = constraint;
      this.addConstraint = addConstraint;
      this.dropConstraint = dropConstraint;
      this.addIndex = addIndex;
      this.dropIndex = dropIndex;
      this.shared = shared;
    }

    /** The name of the field, {@code phone}. */
    public String field() {
      return field;
    }
  }

  /** A number or an address that several employees have, of whom the first are named. */
  public record Shared(String value, List<Long> employees) {
    public Shared {
      employees = List.copyOf(employees);
    }

    @Override
    public String toString() {
      return value
          + ": employees "
          + employees.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
  }

  private static final int MOST_EMPLOYEES = 20;

  private static final String IS_UNIQUE =
      """
      SELECT EXISTS (SELECT FROM pg_constraint
                      WHERE conrelid = 'employees'::regclass AND conname = ?)
      """;
  private static final String IS_FREE_TO_CHANGE =
      """
      SELECT NOT EXISTS (SELECT FROM employees) AND pg_has_role(relowner, 'USAGE')
        FROM pg_class WHERE oid = 'employees'::regclass
      """;

  private final Jdbi jdbi;

  public UniqueContactConstraints(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Whether the database refuses what another employee has. */
  public boolean isUnique(Contact contact) {
    return jdbi.withHandle(
        handle -> handle.select(IS_UNIQUE, contact.constraint).mapTo(boolean.class).one());
  }

  /** What several employees have, at most so many. */
  public List<Shared> shared(Contact contact, int most) {
    return jdbi.withHandle(
        handle -> {
          try (Stream<Shared> all =
              handle
                  .createQuery(contact.shared)
                  .map(
                      (row, context) ->
                          new Shared(
                              row.getString("value"),
                              Stream.of((Long[]) row.getArray("ids").getArray())
                                  .limit(MOST_EMPLOYEES)
                                  .toList()))
                  .stream()) {
            return all.limit(most).toList();
          }
        });
  }

  /** Takes a setting over where there is nobody yet and the tables are the caller's. */
  public boolean adoptIfEmpty(Contact contact, boolean unique) {
    return jdbi.inTransaction(
        handle -> {
          boolean isFree = handle.createQuery(IS_FREE_TO_CHANGE).mapTo(boolean.class).one();
          if (isFree) {
            set(handle, contact, unique);
          }
          return isFree;
        });
  }

  /** Has the database refuse, or allow, that two employees have the same. */
  public void set(Contact contact, boolean unique) {
    jdbi.useTransaction(handle -> set(handle, contact, unique));
  }

  private static void set(Handle handle, Contact contact, boolean unique) {
    handle.execute(unique ? contact.addConstraint : contact.dropConstraint);
    handle.execute(unique ? contact.dropIndex : contact.addIndex);
  }
}
