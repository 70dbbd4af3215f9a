package dev.hexdesk.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.rest.fastpath.FastPath;
import dev.hexdesk.rest.fastpath.FastPathFilter;
import dev.hexdesk.rest.json.JsonResponseWriter;
import dev.hexdesk.rest.testing.TestResponse;
import io.dropwizard.core.Configuration;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast path says to the letter what the long way says, and takes what it is there for. */
@ExtendWith(DropwizardExtensionsSupport.class)
class FastPathTest {
  private static final DropwizardAppExtension<Configuration> SERVER =
      new DropwizardAppExtension<>(JettyTestServer.class, JettyTestServer.configuration());
  private static final DropwizardAppExtension<Configuration> LONG_WAY =
      new DropwizardAppExtension<>(
          JettyTestServer.WithoutFastPath.class, JettyTestServer.configuration());

  private static final DropwizardAppExtension<Configuration> FRUGAL =
      new DropwizardAppExtension<>(JettyTestServer.Frugal.class, JettyTestServer.configuration());

  private static final String TICKET = "GET /api/v1/tickets/1";
  private static final String ADMIN = "Authorization: Bearer admin";

  private static TestResponse send(
      DropwizardAppExtension<Configuration> server, String request, String... headers) {
    return new RawHttpClient(server.getLocalPort())
        .send(request + " HTTP/1.1\n" + String.join("\n", headers));
  }

  /** Sends the same to both, and compares what they say but for what differs each time. */
  private static TestResponse compared(String request, String... headers) {
    TestResponse answer = send(SERVER, request, headers);
    TestResponse expected = send(LONG_WAY, request, headers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(expected.status());
    assertThat(lasting(answer)).isEqualTo(lasting(expected));
    assertThat(withoutRequestId(answer)).isEqualTo(withoutRequestId(expected));
    return answer;
  }

  private static Map<String, List<String>> lasting(TestResponse answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove(JettyTestServer.LONG_WAY);
    for (String each : List.of("Date", "X-Request-Id", "RateLimit")) {
      headers.computeIfPresent(each, (name, values) -> List.of("a value"));
    }
    return headers;
  }

  private static String withoutRequestId(TestResponse answer) {
    return answer.text().replaceAll("\"request_id\":\"[^\"]*\"", "\"request_id\":\"\"");
  }

  private static boolean wentTheLongWay(TestResponse answer) {
    return answer.header(JettyTestServer.LONG_WAY).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/tickets/1", "/tickets/9223372036854775807", "/employees/1", "/users/1", "/me"})
  void readsOneThing(String path) {
    TestResponse answer = compared("GET /api/v1" + path, ADMIN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isPresent();
    assertThat(wentTheLongWay(answer)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tickets",
        "/tickets?",
        "/tickets?limit=1&status=new,open&priority=high&sort=-updated_at",
        "/tickets?q=a|b{c}%7B%22&limit=1",
        "/tickets?q=caf%C3%A9+%22down%22&highlight=true&include_total=true",
        "/tickets?tag=a.b,c&expand=employee,assignee&fields=id,title",
        "/tickets/1?fields=id",
        "/tickets/1?expand=employee",
        "/employees?limit=1&sort=-last_name",
        "/users?limit=1",
        "/tags?limit=1"
      })
  void readsLists(String target) {
    TestResponse answer = compared("GET /api/v1" + target, ADMIN);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(wentTheLongWay(answer)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tickets?limit=0",
        "/tickets?limit=1&limit=2",
        "/tickets?nothing=1",
        "/tickets?status=%FF",
        "/tickets?status=%zz",
        "/tickets?cursor=x",
        "/tickets/1?nothing=1",
        "/tags?sort=id"
      })
  void refusesWhatCannotBeRead(String target) {
    assertThat(compared("GET /api/v1" + target, ADMIN).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/json, */*",
        "application/json, */*;q=0.5",
        "application/json, text/plain, */*"
      })
  void answersThoseThatTakeJson(String accept) {
    TestResponse answer = compared(TICKET, ADMIN, "Accept: " + accept);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(wentTheLongWay(answer)).isFalse();
  }

  @Test
  void obeysConditions() {
    String tag = compared(TICKET, ADMIN).header("ETag").orElseThrow();

    for (String seen : List.of(tag, "W/" + tag, "\"0\", " + tag, "*")) {
      TestResponse unchanged = compared(TICKET, ADMIN, "If-None-Match: " + seen);
      assertThat(unchanged.status()).as(seen).isEqualTo(304);
      assertThat(wentTheLongWay(unchanged)).as(seen).isFalse();
    }
    assertThat(compared(TICKET, ADMIN, "If-None-Match: \"0\"").status()).isEqualTo(200);
    assertThat(compared(TICKET, ADMIN, "If-Match: " + tag).status()).isEqualTo(200);
    assertThat(compared(TICKET, ADMIN, "If-Match: \"0\"").status()).isEqualTo(412);
    assertThat(compared(TICKET, ADMIN, "If-Match: 0").status()).isEqualTo(400);
    assertThat(compared(TICKET, ADMIN, "If-None-Match: \"0\"", "If-None-Match: " + tag).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer forged, 401",
    "Authorization: Basic YWRtaW46YWRtaW4=, 401",
    "Authorization: Bearer, 401",
    "X-Nothing: 1, 401",
    "Authorization: Bearer disabled, 403",
    "Authorization: Bearer roleless, 403",
    "Authorization: Bearer admin/users:read, 403"
  })
  void refusesWhoMayNot(String header, int status) {
    assertThat(compared(TICKET, header).status()).isEqualTo(status);
  }

  @Test
  void letsTheDisabledReadThemselves() {
    TestResponse answer = compared("GET /api/v1/me", "Authorization: Bearer disabled");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(wentTheLongWay(answer)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/tickets/0, 400",
    "/tickets/01, 400",
    "/tickets/-1, 400",
    "/tickets/9223372036854775808, 400",
    "/tickets/one, 400",
    "/tickets/1/, 404",
    "/tickets/1;a=b, 404",
    "/tickets/1/history, 200",
    "/tickets/stats, 400",
    "/tickets/bulk, 405",
    "/me/, 404",
    "/me/1, 404"
  })
  void leavesAllElseToTheLongWay(String target, int status) {
    TestResponse answer = compared("GET /api/v1" + target, ADMIN);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(wentTheLongWay(answer)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Accept: text/html, 406",
    "Accept: application/json;q=0, 200",
    "Accept: application/json;q=1, 200",
    "Accept: json, 406",
    "Content-Length: 0, 200",
    "Content-Type: text/plain, 200"
  })
  void leavesWhatIsSpecialToTheLongWay(String header, int status) {
    assertThat(compared(TICKET, ADMIN, header).status()).isEqualTo(status);
  }

  @Test
  void leavesOtherMethodsToTheLongWay() {
    for (String method : List.of("HEAD", "OPTIONS", "DELETE", "PUT")) {
      TestResponse answer = compared(method + " /api/v1/tickets/1", ADMIN);
      assertThat(wentTheLongWay(answer)).as(method).isTrue();
    }
    assertThat(compared(TICKET, ADMIN, "Accept: */*", "Accept: text/html").status()).isEqualTo(200);
    assertThat(compared(TICKET, ADMIN, ADMIN).status()).isEqualTo(400);
  }

  @Test
  void chargesCallersAsTheLongWayDoes() {
    TestResponse first = send(FRUGAL, TICKET, ADMIN);
    TestResponse second = send(FRUGAL, TICKET, ADMIN, "Accept: application/json;q=1");
    TestResponse third = send(FRUGAL, TICKET, ADMIN);
    TestResponse fourth = send(FRUGAL, TICKET, ADMIN);

    assertThat(List.of(first, second, third)).allMatch(answer -> answer.status() == 200);
    assertThat(fourth.status()).isEqualTo(429);
    assertThat(fourth.header("RateLimit")).hasValueSatisfying(it -> assertThat(it).contains("r="));
    assertThat(fourth.header("Retry-After")).isPresent();
  }

  @Test
  void takesNoMethodThatItCannotCall() {
    assertThatThrownBy(() -> filterOf(new UnknownArgument()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("takes what the fast path can't give");
    assertThatThrownBy(() -> filterOf(new NoResponse()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must return a whole response");
  }

  private static FastPathFilter filterOf(Object resource) {
    return new FastPathFilter(
        List.of(resource), List.of(), new JsonResponseWriter(Jackson.newObjectMapper()));
  }

  /** Takes a parameter that is neither caller, id, query nor headers. */
  @Path("/words")
  public static final class UnknownArgument {
    @GET
    @FastPath
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
      return Response.ok(id).build();
    }
  }

  /** Returns the bare resource. */
  @Path("/numbers")
  public static final class NoResponse {
    @GET
    @FastPath
    public Integer get() {
      return 1;
    }
  }
}
