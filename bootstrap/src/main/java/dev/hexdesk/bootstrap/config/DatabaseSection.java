package dev.hexdesk.bootstrap.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Where the data is.
 *
 * @param url a JDBC URL; empty for the embedded PostgreSQL
 * @param directUrl another one, without the pooler that {@code url} leads to; empty where it leads
 *     to none
 * @param owner who changes the tables, where that is somebody else than {@code user}
 * @param connectionTimeout how long to wait for a free connection of the pool
 * @param statementTimeout after which PostgreSQL ends a statement
 * @param lockTimeout after which PostgreSQL ends a statement that waits for somebody else's lock
 * @param idleTransactionTimeout after which PostgreSQL ends a transaction in which nothing is asked
 *     of it
 * @param socketTimeout after which the driver gives a silent database up, in whole seconds
 * @param loginTimeout after which the driver gives a login up, in whole seconds
 */
@SelfValidating
public record DatabaseSection(
    String url,
    String directUrl,
    String user,
    String password,
    Owner owner,
    @Min(1) @Max(1000) int poolSize,
    @MinDuration(value = 250, unit = TimeUnit.MILLISECONDS)
        @MaxDuration(value = 1, unit = TimeUnit.MINUTES)
        Duration connectionTimeout,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration statementTimeout,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration lockTimeout,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration idleTransactionTimeout,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration socketTimeout,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration loginTimeout) {
  private static final String PREFIX = "jdbc:postgresql:";

  /** A name or an address, and a port. */
  private static final Pattern HOST =
      Pattern.compile("(?:\\[[^\\[\\]]*]|[^:\\[\\]]*)(?::[0-9]{1,5})?");

  /** The parameter of the driver that is the password, and none whose name ends like it. */
  private static final Pattern PASSWORD =
      Pattern.compile("[?&]password=", Pattern.CASE_INSENSITIVE);

  /** What else nobody shall read, such as {@code sslpassword}. */
  private static final Pattern SECRET =
      Pattern.compile("([?&][a-z]*password)=[^&]*", Pattern.CASE_INSENSITIVE);

  private static final String WHOLE_SECONDS =
      "must be whole seconds, which is all the driver knows";

  /**
   * The role that owns the tables.
   *
   * @param user empty where the one that serves does it, too
   */
  public record Owner(String user, String password) {
    @Override
    public String toString() {
      return "Owner[user=" + user + ", password hidden]";
    }
  }

  /** Who logs in to change tables. */
  public Owner whoChangesTables() {
    return owner.user().isEmpty() ? new Owner(user, password) : owner;
  }

  /** Whether the database is the one that Hexdesk starts itself. */
  public boolean isEmbedded() {
    return url.isEmpty();
  }

  /** Checks what one setting alone can't tell. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    checkUrl("url", url, violations);
    checkUrl("directUrl", directUrl, violations);
    checkUser(violations);
    if (!isWholeSeconds(socketTimeout)) {
      violations.addViolation("socketTimeout", WHOLE_SECONDS);
    }
    if (!isWholeSeconds(loginTimeout)) {
      violations.addViolation("loginTimeout", WHOLE_SECONDS);
    }
    if (lockTimeout.compareTo(statementTimeout) >= 0) {
      violations.addViolation(
          "lockTimeout", "must be less than statementTimeout, which would end the waiting itself");
    }
    if (statementTimeout.compareTo(socketTimeout) >= 0) {
      violations.addViolation(
          "statementTimeout", "must be less than socketTimeout, which would end it the hard way");
    }
  }

  private static void checkUrl(String setting, String url, ViolationCollector violations) {
    if (!url.isEmpty() && !url.startsWith(PREFIX)) {
      violations.addViolation(
          setting,
          "must start with jdbc:postgresql: or be empty: jdbc:postgresql://host:5432/database, with"
              + " user and password apart (HEXDESK_DB_USER, HEXDESK_DB_PASSWORD)");
    }
    // URLs are shown in logs and errors.
    if (PASSWORD.matcher(url).find()) {
      violations.addViolation(
          setting, "must not have the password in it; it goes to database.password");
    } else if (url.startsWith(PREFIX)) {
      checkPlace(setting, url.substring(PREFIX.length()).split("[?]", 2)[0], violations);
    }
  }

  /** What stands before the parameters: the driver says of nothing there what is wrong with it. */
  private static void checkPlace(String setting, String place, ViolationCollector violations) {
    boolean namesHosts = place.startsWith("//");
    String[] parts = (namesHosts ? place.substring(2) : place).split("/", -1);
    if (namesHosts && parts[0].contains("@")) {
      violations.addViolation(
          setting,
          "must not have the user and the password in it; they go to database.user and"
              + " database.password (HEXDESK_DB_USER, HEXDESK_DB_PASSWORD)");
    } else if (parts.length > 2
        || namesHosts
            && !Arrays.stream(parts[0].split(",")).allMatch(it -> HOST.matcher(it).matches())) {
      violations.addViolation(
          setting, "must be like jdbc:postgresql://host:5432/database, without a slash at its end");
    }
  }

  private void checkUser(ViolationCollector violations) {
    if (isEmbedded() && !directUrl.isEmpty()) {
      violations.addViolation("directUrl", "is for a database of one's own, named by url");
    }
    if (isEmbedded() && !owner.user().isEmpty()) {
      violations.addViolation("owner.user", "is for a database of one's own, named by url");
    }
    if (!isEmbedded() && user.isBlank()) {
      violations.addViolation("user", "must not be blank");
    }
  }

  private static boolean isWholeSeconds(Duration duration) {
    return duration.toNanoseconds() % TimeUnit.SECONDS.toNanos(1) == 0;
  }

  @Override
  public String toString() {
    return "DatabaseSection[url="
        + SECRET.matcher(url).replaceAll("$1=...")
        + ", user="
        + user
        + ", password hidden]";
  }
}
