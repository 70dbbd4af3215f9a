package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.database.TableOwnership;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.demo.DemoLoader;
import dev.hexdesk.demo.DemoLoader.Outcome;
import dev.hexdesk.demo.DemoPlan;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.security.Argon2PasswordHasher;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** Fills an empty database with invented data. */
public final class DemoCommand extends ConsoleCommand {
  private static final int USERS = 50;
  private static final int MOST_TICKETS = 50_000_000;
  private static final int MOST_EMPLOYEES = 10_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;
  private static final double MILLIS = 1000;

  public DemoCommand(Console console) {
    super("demo", "Fills an empty database with invented employees, users and tickets", console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser
        .addArgument("--tickets")
        .type(Integer.class)
        .choices(Arguments.range(0, MOST_TICKETS))
        .setDefault(10_000)
        .metavar("N")
        .help("how many tickets (10000)");
    parser
        .addArgument("--employees")
        .type(Integer.class)
        .choices(Arguments.range(1, MOST_EMPLOYEES))
        .setDefault(1000)
        .metavar("N")
        .help("how many employees (1000)");
    parser
        .addArgument("--seed")
        .type(Long.class)
        .setDefault(1L)
        .metavar("N")
        .help("the same seed gives the same data (1)");
    parser
        .addArgument("--until")
        .metavar("DATE")
        .help("the day before which all happens, as 2026-01-31; today, if none is given");
    parser.epilog(
        "Employees and tickets must not exist yet. The 50 users who are made cannot log in; an"
            + " administrator may give one a password and set login_denied to false.");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration)
      throws IOException, SQLException {
    DemoPlan plan =
        new DemoPlan(
            namespace.getInt("tickets"),
            namespace.getInt("employees"),
            USERS,
            namespace.getLong("seed"),
            until(namespace.getString("until")),
            unknownPassword(configuration).encoded());
    ConfiguredDatabase database = new ConfiguredDatabase(configuration, console);
    PostgresDataSource dataSource = database.singleConnectionOfOwner("demo");
    try {
      database.prepare(dataSource);
      requireOwner(dataSource);
      load(plan, dataSource);
    } finally {
      dataSource.stop();
    }
  }

  /** Constraints and indexes are made anew around so many rows. */
  private static void requireOwner(PostgresDataSource dataSource) throws SQLException {
    if (!TableOwnership.of(dataSource).mayChangeTables()) {
      throw new OperatorException(
          "This takes the role that owns the tables: set HEXDESK_DB_OWNER_USER and"
              + " HEXDESK_DB_OWNER_PASSWORD.");
    }
  }

  private void load(DemoPlan plan, PostgresDataSource dataSource) throws SQLException {
    long began = System.nanoTime();
    ProgressBar bar = new ProgressBar(console);
    try (Connection connection = dataSource.getConnection()) {
      Outcome outcome = new DemoLoader(connection, bar).load(plan);
      bar.end();
      switch (outcome) {
        case Outcome.Loaded() -> tellResult(plan, Duration.ofNanos(System.nanoTime() - began));
        case Outcome.NotEmpty() ->
            throw new OperatorException(
                "There are employees or tickets already, and they are left alone. Take another"
                    + " folder by HEXDESK_DATA, or another database by HEXDESK_DB_URL.");
      }
    }
  }

  private void tellResult(DemoPlan plan, Duration taken) {
    double seconds = taken.toMillis() / MILLIS;
    console.print(
        "Made %,d %s of %,d %s and %d %s in %.1f s (%,.0f tickets/s, all told)."
            .formatted(
                plan.tickets(),
                Plural.of(plan.tickets(), "ticket"),
                plan.employees(),
                Plural.of(plan.employees(), "employee"),
                plan.users(),
                Plural.of(plan.users(), "user"),
                seconds,
                plan.tickets() / Math.max(seconds, 1 / MILLIS)));
  }

  private static Instant until(@Nullable String date) {
    if (date == null) {
      return LocalDate.now(ZoneOffset.UTC).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    try {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new OperatorException("--until must be a date such as 2026-01-31");
    }
  }

  /** Of a password that nobody has ever seen. */
  private static PasswordHash unknownPassword(HexdeskConfiguration configuration) {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Argon2PasswordHasher(configuration.argon2Cost())
        .hash(new Password(HexFormat.of().formatHex(secret)));
  }
}
