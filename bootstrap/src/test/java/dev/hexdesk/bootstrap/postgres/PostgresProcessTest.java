package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kind of server it is; one is enough for all. */
class PostgresProcessTest {
  private static Path data;
  private static EmbeddedPostgres postgres;
  private static Database database;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    data = DataFolders.withCluster(folder);
    postgres = EmbeddedPostgres.start(data, progress -> {});
    database = Database.of(postgres);
    database.execute("CREATE EXTENSION pg_trgm");
  }

  @AfterAll
  static void close() {
    postgres.close();
  }

  @Test
  void servesARoleThatOwnsItsDatabaseAndNoMore() throws Exception {
    assertThat(postgres.user()).isEqualTo("hexdesk");
    assertThat(database.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        .containsExactly("f");
    assertThatThrownBy(() -> database.execute("CREATE ROLE other"))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit", "data_checksums"})
  void keepsWhatIsCommitted(String setting) throws Exception {
    assertThat(database.query("SHOW " + setting)).containsExactly("on");
  }

  @Test
  void ordersAndComparesTextTheSameEverywhere() throws Exception {
    assertThat(database.query("SELECT x FROM unnest(ARRAY['é', 'z', 'Z', 'Ä']) x ORDER BY x"))
        .containsExactly("Z", "z", "Ä", "é");
    assertThat(database.query("SELECT lower('ÀÉΣЖ')")).containsExactly("àéσж");
    assertThat(database.query("SELECT similarity('Łódź', 'łódź')")).containsExactly("1");
  }

  @Test
  void listensOnThisMachineOnly() throws Exception {
    assertThat(database.query("SHOW listen_addresses")).containsExactly("127.0.0.1");
  }

  @Test
  void letsNobodyInWithoutThePassword() throws Exception {
    Database guess = new Database(postgres.jdbcUrl(), "hexdesk");

    assertThatThrownBy(() -> guess.query("SELECT 1")).hasMessageContaining("password");
    assertThat(Files.getPosixFilePermissions(data.resolve("pgpass")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void keepsPeoplesDataOutOfItsLog() throws Exception {
    database.execute("CREATE TABLE person (name text PRIMARY KEY)");
    assertThatThrownBy(() -> database.execute("INSERT INTO person VALUES ('Zoë'), ('Zoë')"))
        .isInstanceOf(SQLException.class);

    assertThat(data.resolve("postgres.log"))
        .content()
        .contains("person_pkey")
        .doesNotContain("Zoë");
  }
}
