package dev.hexdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {
  private final String database = Postgres.createEmptyDatabase();
  private final Migrations migrations = Migrations.of(Postgres.connectionsTo(database));

  @AfterEach
  void drop() {
    Postgres.drop(database);
  }

  @Test
  void goUpAllTheWayDownAndUpAgain() {
    int changesets = migrations.pending();
    migrations.update();
    List<String> schema = schema();
    assertThat(migrations.pending()).isZero();
    assertThat(schema).anyMatch(line -> line.contains("tickets_assignee_exists"));

    migrations.rollback(changesets);
    assertThat(schema()).isEmpty();

    migrations.update();
    assertThat(schema()).isEqualTo(schema);
  }

  @Test
  void goDownStepByStepAndEachStepUpAgain() {
    int changesets = migrations.pending();
    migrations.update();

    for (int step = 0; step < changesets; step++) {
      List<String> schema = schemaButValidity();
      migrations.rollback(1);
      migrations.update(1);
      assertThat(schemaButValidity()).as("before the last %d", step).isEqualTo(schema);
      migrations.rollback(1);
    }

    assertThat(schema()).isEmpty();
  }

  @Test
  void needNoRightsBeyondThoseOfTheDatabasesOwner() {
    Postgres.execute("CREATE ROLE keeper LOGIN");
    try {
      Postgres.execute("ALTER DATABASE " + database + " OWNER TO keeper");
      PGSimpleDataSource asOwner = new PGSimpleDataSource();
      asOwner.setUrl(Postgres.url(database));
      asOwner.setUser("keeper");

      Migrations.of(asOwner).update();

      assertThat(migrations.pending()).isZero();
    } finally {
      Postgres.execute("ALTER DATABASE " + database + " OWNER TO postgres");
      jdbi().useHandle(handle -> handle.execute("DROP OWNED BY keeper CASCADE"));
      Postgres.execute("DROP ROLE keeper");
    }
  }

  @Test
  void refuseADatabaseThatCannotHoldEveryScript() {
    String ascii = "ascii_only";
    Postgres.execute(
        "CREATE DATABASE ascii_only TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
    try {
      assertThatThrownBy(() -> Migrations.of(Postgres.connectionsTo(ascii)).update())
          .hasStackTraceContaining("Expected 'UTF8' got 'SQL_ASCII'");
    } finally {
      Postgres.drop(ascii);
    }
  }

  /** Constraints are validated by a change set after the one that adds them. */
  private List<String> schemaButValidity() {
    return schema().stream().map(line -> line.replace(" NOT VALID", "")).toList();
  }

  private Jdbi jdbi() {
    return Jdbi.create(Postgres.connectionsTo(database));
  }

  /** All that is ours: columns, constraints and indexes. */
  private List<String> schema() {
    return jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT format('%s.%s %s %s %s', table_name, column_name, data_type,
                                      is_nullable, coalesce(column_default, generation_expression))
                          FROM information_schema.columns
                         WHERE table_schema = 'public' AND table_name NOT LIKE 'databasechangelog%'
                        UNION ALL
                        SELECT format('%s %s', conname, pg_get_constraintdef(oid))
                          FROM pg_constraint
                         WHERE connamespace = 'public'::regnamespace
                           AND conrelid::regclass::text NOT LIKE 'databasechangelog%'
                        UNION ALL
                        SELECT indexdef
                          FROM pg_indexes
                         WHERE schemaname = 'public' AND tablename NOT LIKE 'databasechangelog%'
                         ORDER BY 1
                        """)
                    .mapTo(String.class)
                    .list());
  }
}
