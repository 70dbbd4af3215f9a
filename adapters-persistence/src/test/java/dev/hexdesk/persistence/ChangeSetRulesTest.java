package dev.hexdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Change sets let the version before go on serving. */
class ChangeSetRulesTest {
  private static final Path CHANGELOG = Path.of("src/main/resources/db/changelog");

  /** Those up to here were made before anybody served from the tables, and may not be altered. */
  private static final String BEFORE_THE_FIRST_VERSION = "0031";

  @Test
  void theChangeSetsKeepThem() throws IOException {
    try (Stream<Path> files = Files.list(CHANGELOG)) {
      List<Path> later =
          files
              .filter(
                  file -> file.getFileName().toString().compareTo(BEFORE_THE_FIRST_VERSION) >= 0)
              .toList();
      for (Path file : later) {
        assertThat(ChangeSetRules.faults(Files.readString(file))).as("%s", file).isEmpty();
      }
    }
  }

  private static List<String> faults(String statements) {
    return ChangeSetRules.faults(
        "--liquibase formatted sql\n\n--changeset hexdesk:tried\n"
            + statements
            + "\n--rollback x;\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX tickets_by_x ON tickets (x);",
        "CREATE UNIQUE INDEX tickets_by_x\n  ON tickets (x);",
        "DROP INDEX tickets_by_x;",
        "ALTER TABLE tickets ADD CONSTRAINT c CHECK (x > 0);",
        "ALTER TABLE tickets ADD CONSTRAINT c FOREIGN KEY (x) REFERENCES users (id);",
        "ALTER TABLE tickets ADD CONSTRAINT c UNIQUE (x);",
        "ALTER TABLE tickets ALTER COLUMN x TYPE bigint;",
        "ALTER TABLE tickets ALTER x SET NOT NULL;",
        "ALTER TABLE tickets ADD COLUMN x uuid DEFAULT gen_random_uuid();",
        "ALTER TABLE tickets ADD COLUMN x text GENERATED ALWAYS AS (lower(title)) STORED;",
        "ALTER TABLE tickets ADD COLUMN x bigint NOT NULL;",
        "UPDATE tickets SET x = 1;",
        "DELETE FROM tickets;",
        "LOCK TABLE tickets;",
        "DROP TABLE tickets;",
        "ALTER TABLE tickets DROP COLUMN x;",
        "ALTER TABLE tickets DROP x;",
        "ALTER TABLE tickets RENAME COLUMN x TO y;",
        "ALTER TABLE tickets RENAME TO others;",
        "SELECT 1; -- and\nCREATE INDEX tickets_by_x ON tickets (x);"
      })
  void whatHoldsATableOrTakesSomethingAwayIsFound(String statement) {
    assertThat(faults(statement)).singleElement().asString().startsWith("hexdesk:tried: '");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX CONCURRENTLY tickets_by_x ON tickets (x);",
        "CREATE TABLE things (id bigint PRIMARY KEY, x text NOT NULL);\n"
            + "CREATE INDEX ON things (x);",
        "ALTER TABLE tickets ADD CONSTRAINT c CHECK (x > 0) NOT VALID;",
        "ALTER TABLE tickets VALIDATE CONSTRAINT c;",
        "ALTER TABLE tickets ADD CONSTRAINT c UNIQUE USING INDEX tickets_by_x;",
        "ALTER TABLE tickets ADD COLUMN x text;",
        "ALTER TABLE tickets ADD COLUMN x boolean NOT NULL DEFAULT false;",
        "ALTER TABLE tickets DROP CONSTRAINT c;",
        "UPDATE search_settings SET x = 1 WHERE x = 0;",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN UPDATE tickets SET x = 1;"
            + " END $$;",
        "-- contracts: the version before the last read it last.\n"
            + "ALTER TABLE tickets DROP COLUMN x;"
      })
  void theSafeWayIsFree(String statement) {
    assertThat(faults(statement)).isEmpty();
  }

  @Test
  void eachHasARollback() {
    assertThat(
            ChangeSetRules.faults(
                "--changeset hexdesk:a\n"
                    + "SELECT 1;\n\n"
                    + "--changeset hexdesk:b\n"
                    + "SELECT 2;\n"
                    + "--rollback SELECT 3;\n"))
        .containsExactly("hexdesk:a: has no rollback");
  }
}
