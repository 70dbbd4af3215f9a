package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.DurabilitySettings;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.database.PostgresDataSourceFactory;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the URL of a database may say besides where it is. */
class DatabaseUrlTest {
  private static EmbeddedPostgres postgres;

  private PostgresDataSource pool;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.start(Installation.prepared().data(), progress -> {});
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  private void connect(String parameters) {
    HexdeskConfiguration configuration =
        Configurations.of(
            "",
            Map.of(
                "HEXDESK_DB_URL", postgres.jdbcUrl() + parameters,
                "HEXDESK_DB_USER", postgres.user(),
                "HEXDESK_DB_PASSWORD", postgres.password()));
    pool =
        new PostgresDataSourceFactory(
                configuration.database(), configuration.dataFolder(), progress -> {})
            .build(new MetricRegistry(), "url");
  }

  @AfterEach
  void disconnect() {
    pool.stop();
  }

  private static String answer(DataSource source, String question) {
    return Jdbi.create(source)
        .withHandle(handle -> handle.select(question).mapTo(String.class).one());
  }

  @Test
  void leavesTheBoundsOfStatementsAlone() {
    connect(
        "?options=-c%20statement_timeout=0%20-c%20lock_timeout=0"
            + "%20-c%20idle_in_transaction_session_timeout=0");

    assertThat(answer(pool, "SHOW statement_timeout")).isEqualTo("1500ms");
    assertThat(answer(pool, "SHOW lock_timeout")).isEqualTo("500ms");
    assertThat(answer(pool, "SHOW idle_in_transaction_session_timeout")).isEqualTo("5s");
    assertThat(answer(pool, "SHOW max_parallel_workers_per_gather")).isEqualTo("0");
    assertThat(answer(pool.withoutTimeouts(), "SHOW statement_timeout")).isEqualTo("0");
  }

  @Test
  void thatSwitchesDurabilityOffIsWarnedOf() throws Exception {
    connect("");
    assertThat(DurabilitySettings.warnings(pool)).isEmpty();
    pool.stop();

    connect("?options=-c%20synchronous_commit=off");
    assertThat(DurabilitySettings.warnings(pool))
        .singleElement()
        .asString()
        .contains("synchronous_commit = off", "Switch it on");
  }

  @Test
  void mayNameASchemaForTheTablesWhileTheExtensionIsInAnother() {
    connect("?currentSchema=helpdesk");
    Jdbi.create(pool).useHandle(handle -> handle.execute("CREATE SCHEMA helpdesk"));

    new Migrations(pool.withoutTimeouts()).run();

    assertThat(answer(pool, "SELECT to_regclass('helpdesk.tickets') = 'tickets'::regclass"))
        .isEqualTo("t");
  }

  /**
   * PostgreSQL reads a name without quotation marks in lower case, and passes over what is not
   * there.
   */
  @Test
  void makesNoTablesInAnotherSchema() {
    connect("?currentSchema=ServiceDesk");
    Jdbi.create(pool).useHandle(handle -> handle.execute("CREATE SCHEMA \"ServiceDesk\""));

    assertThatThrownBy(() -> new Migrations(pool.withoutTimeouts()).requirePlace())
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("names the schema ServiceDesk, which is not there")
        .hasMessageContaining("would be made in public");
    pool.stop();

    connect("?currentSchema=%22ServiceDesk%22");
    assertThatCode(() -> new Migrations(pool.withoutTimeouts()).requirePlace())
        .doesNotThrowAnyException();
  }

  @Test
  void isToNameTheSchemaOfTheExtensionWhereThatIsAnUnusualOne() {
    connect("?currentSchema=desk");
    Jdbi jdbi = Jdbi.create(pool);
    jdbi.useHandle(handle -> handle.execute("CREATE SCHEMA desk; CREATE SCHEMA elsewhere"));
    move(jdbi, "elsewhere");
    try {
      assertThatThrownBy(() -> new Migrations(pool.withoutTimeouts()).run())
          .isInstanceOf(OperatorException.class)
          .hasMessageContaining("currentSchema=desk,elsewhere");
    } finally {
      move(jdbi, "public");
    }
  }

  private static void move(Jdbi jdbi, String schema) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "DROP EXTENSION pg_trgm CASCADE; CREATE EXTENSION pg_trgm SCHEMA " + schema));
  }
}
