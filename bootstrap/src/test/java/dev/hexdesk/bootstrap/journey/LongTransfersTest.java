package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.http.SlowClient;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Exports and imports that take their time. One of each desk's transfers runs at a time, so that
 * another one can only begin once the first has ended.
 */
@Order(1)
@Timeout(120)
class LongTransfersTest {
  private static final Duration NOTICED = Duration.ofSeconds(5);
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(2);

  /** More than the buffers of two sockets hold, however far the kernel lets them grow. */
  private static final int TICKETS = 2_000;

  private static final String AT_WORK = "hexdesk_requests_running";
  private static final String ALL = "/tickets";
  private static final String NONE = "/tickets?q=nothingofthekind";

  private static EmbeddedPostgres postgres;

  private static TestServer desk;

  /** Another one on the same database, where nobody waits long for a slow client. */
  private static TestServer impatient;

  private static long employee;

  @BeforeAll
  static void start() throws Exception {
    Installation installation = Installation.prepared();
    postgres = EmbeddedPostgres.start(installation.data(), progress -> {});
    desk = start(installation, "1h");
    impatient = start(Installation.prepared(), STALL_TIMEOUT.toSeconds() + "s");
    employee = desk.given().employee();
    // One word, as the search makes words of what it reads, and that is not what is tried here.
    String line = "No paper," + "x".repeat(9_800) + "," + employee + "\r\n";
    Files.csv(
            desk.given().asAdmin(),
            "/tickets/import",
            "title,description,employee_id\r\n" + line.repeat(TICKETS))
        .expect(200);
  }

  private static TestServer start(Installation installation, String stallTimeout) throws Exception {
    installation.useDatabase(postgres.jdbcUrl(), postgres.user(), postgres.password());
    installation.edit("atOnce: 3\n", "atOnce: 1\n");
    installation.edit("stallTimeout: 1m", "stallTimeout: " + stallTimeout);
    return TestServer.start(installation);
  }

  @AfterAll
  static void stop() throws Exception {
    impatient.close();
    desk.stop();
    postgres.close();
    desk.installation().delete();
  }

  /** How long it takes until the place of the only transfer is free. */
  private static Duration untilAnotherRuns(TestServer desk) throws InterruptedException {
    Instant begin = Instant.now();
    while (Files.export(desk.given().asAdmin(), NONE).status() == 503) {
      Thread.sleep(50);
    }
    return Duration.between(begin, Instant.now());
  }

  private static void begin(SlowReader reader) throws IOException {
    assertThat(reader.read(1000)).startsWith("HTTP/1.1 200").contains("id,external_id,title,");
  }

  private static void assertCutShort(String rest) {
    assertThat(rest.length()).isBetween(1, TICKETS * 9_000);
    assertThat(end(rest)).doesNotEndWith(SlowReader.LAST_CHUNK);
  }

  private static String end(String text) {
    return text.substring(Math.max(text.length() - 20, 0));
  }

  private static SlowClient connect(TestServer desk) throws IOException {
    return new SlowClient(SocketChannel.open(new InetSocketAddress("localhost", desk.port())));
  }

  private static String importHead(Person person, String file) {
    return "POST /api/v1/tickets/import HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: text/csv\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(person.token(), file.length());
  }

  @ParameterizedTest
  @EnumSource(Revocation.class)
  void anExportEndsSoonAfterItsCallerLostTheirRights(Revocation loss) throws Exception {
    Person leaver = desk.given().user("admin");
    try (SlowReader reader = new SlowReader(desk, leaver, ALL)) {
      begin(reader);
      loss.happenTo(leaver, desk.given().asAdmin());

      assertThat(untilAnotherRuns(desk)).isLessThan(NOTICED);
      assertCutShort(reader.rest());
    }
  }

  @Test
  void anExportEndsWithItsToken() throws Exception {
    Person admin = desk.given().user("admin");
    Duration left = Duration.ofSeconds(2);
    Person hasty = admin.bearing(CallerKind.tokenFor(desk, admin, left));
    try (SlowReader reader = new SlowReader(desk, hasty, ALL)) {
      begin(reader);

      assertThat(untilAnotherRuns(desk)).isLessThan(left.plus(NOTICED));
      assertCutShort(reader.rest());
    }
  }

  @Test
  void allThatIsStoredOnAPersonIsWatchedToo() throws Exception {
    Person leaver = desk.given().user("admin");
    String path = "/employees/" + employee + "/personal-data";
    try (SlowReader reader = new SlowReader(desk, leaver, path)) {
      assertThat(reader.read(1000)).startsWith("HTTP/1.1 200");
      Revocation.DISABLED.happenTo(leaver, desk.given().asAdmin());

      assertThat(untilAnotherRuns(desk)).isLessThan(NOTICED);
      assertCutShort(reader.rest());
    }
  }

  @Test
  void whoReadsSlowlyKeepsNobodyFromBeingWorkedOn() throws Exception {
    try (SlowReader reader = new SlowReader(desk, desk.given().admin(), ALL)) {
      begin(reader);

      desk.awaitMetric(AT_WORK, 0);
    }
  }

  @Test
  void whoSendsAFileSlowlyKeepsNobodyFromBeingWorkedOn() throws Exception {
    try (SlowClient ignored = importWithTheOnlyPlace()) {
      desk.awaitMetric(AT_WORK, 0);
    }
  }

  /** One that has begun. An export that looks for that may have the place before, once or twice. */
  private static SlowClient importWithTheOnlyPlace() throws IOException {
    SlowClient client = beginImport();
    while (Files.export(desk.given().asAdmin(), NONE).status() != 503) {
      if (client.isAnswered()) {
        client.close();
        client = beginImport();
      }
    }
    return client;
  }

  private static SlowClient beginImport() throws IOException {
    SlowClient client = connect(desk);
    client.send(importHead(desk.given().admin(), "title,") + "title");
    return client;
  }

  @Test
  void aSlowReaderGetsAllOfIt() throws Exception {
    try (SlowReader reader = new SlowReader(desk, desk.given().admin(), ALL)) {
      begin(reader);
      Thread.sleep(STALL_TIMEOUT);

      String rest = reader.rest();
      assertThat(rest.length()).isGreaterThan(TICKETS * 9_000);
      assertThat(end(rest)).endsWith(SlowReader.LAST_CHUNK);
    }
  }

  @ParameterizedTest
  @EnumSource(Revocation.class)
  void nothingIsKeptOfAnImportWhoseCallerLostTheirRights(Revocation loss) throws Exception {
    Person leaver = desk.given().user("admin");
    String title = ServerFixture.username();
    String begun = "title,description,employee_id\r\n" + title + ",Again,";
    String rest = employee + "\r\n";
    try (SlowClient client = connect(desk)) {
      client.send(importHead(leaver, begun + rest) + begun);
      loss.happenTo(leaver, desk.given().asAdmin());
      client.send(rest);

      assertThat(client.rest()).startsWith("HTTP/1.1 " + loss.answer());
    }
    assertThat(desk.given().asAdmin().get("/tickets?q=" + title).expect(200).ids()).isEmpty();
  }

  @Test
  void whoDoesNotReadIsNotWrittenToForLong() throws Exception {
    try (SlowReader reader = new SlowReader(impatient, impatient.given().admin(), ALL)) {
      begin(reader);

      assertThat(untilAnotherRuns(impatient)).isLessThan(STALL_TIMEOUT.plus(NOTICED));
      assertCutShort(reader.rest());
    }
  }

  @Test
  void whoSendsAFileByDropsIsNotReadForLong() throws Exception {
    String file = "title,description,employee_id\r\n" + "x".repeat(1000);
    try (SlowClient client = connect(impatient)) {
      Instant begin = Instant.now();
      client.send(importHead(impatient.given().admin(), file));
      client.drip(Duration.ofMillis(50), file);

      assertThat(client.rest()).startsWith("HTTP/1.1 400").contains("too slow");
      assertThat(Duration.between(begin, Instant.now())).isLessThan(STALL_TIMEOUT.plus(NOTICED));
    }
  }
}
