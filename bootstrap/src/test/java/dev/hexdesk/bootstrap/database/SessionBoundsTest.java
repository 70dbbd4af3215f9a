package dev.hexdesk.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.persistence.TestDatabase;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no statement of a request goes beyond, whatever the URL of the database says. */
class SessionBoundsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void holdWhateverOptionsTheUrlHas() {
    String options = "&options=-c%20statement_timeout=0%20-c%20lock_timeout=0";
    HexdeskConfiguration configuration =
        Configurations.of("", Map.of("HEXDESK_DB_URL", DATABASE.url() + options));

    PostgresDataSource pool =
        new PostgresDataSourceFactory(
                configuration.database(), configuration.dataFolder(), progress -> {})
            .build(new MetricRegistry(), "bounds");
    try {
      Jdbi jdbi = Jdbi.create(pool);
      assertThat(shown(jdbi, "statement_timeout")).isEqualTo("1500ms");
      assertThat(shown(jdbi, "lock_timeout")).isEqualTo("500ms");
      assertThat(shown(jdbi, "max_parallel_workers_per_gather")).isEqualTo("0");
      assertThat(shown(Jdbi.create(pool.unhurried()), "statement_timeout")).isEqualTo("0");
    } finally {
      pool.stop();
    }
  }

  private static String shown(Jdbi jdbi, String setting) {
    return jdbi.withHandle(
        handle -> handle.select("SELECT current_setting(?)", setting).mapTo(String.class).one());
  }
}
