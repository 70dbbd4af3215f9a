package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That {@code Allow} names what the API document describes, each test of the API checks. */
class MethodsTest {
  private static final Api API = AllResources.api();
  private static final List<String> VERBS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND");

  static Set<String> targets() {
    return Operations.targets();
  }

  static Stream<Operation> reads() {
    return Operations.all().stream().filter(operation -> operation.method().equals("GET"));
  }

  private static Set<String> offered(String target) {
    Set<String> methods = new TreeSet<>();
    Operations.all().stream()
        .filter(operation -> operation.target().equals(target))
        .forEach(operation -> methods.add(operation.method()));
    return methods;
  }

  @ParameterizedTest
  @MethodSource("targets")
  void tellsWhatItOffers(String target) {
    TestResponse answer = API.call("OPTIONS", target).send();

    assertThat(answer).hasStatus(200).hasNoHeader("ETag");
    assertThat(answer.header("Allow").orElse("")).contains("OPTIONS");
    assertThat(answer.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    assertThat(API.call("OPTIONS", target + "?limit=5&colour=%ff").send())
        .hasStatus(200)
        .hasHeader("Allow", answer.header("Allow").orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void refusesWhatItDoesNotOffer(String target) {
    Set<String> offered = offered(target);
    for (String method : VERBS) {
      if (!offered.contains(method) && !target.endsWith("/token")) {
        assertThat(API.call(method, target).as(ADMIN).send())
            .isProblem(ProblemType.METHOD_NOT_ALLOWED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reads")
  void answersHeadLikeGetWithoutTheBody(Operation operation) {
    TestResponse get = operation.on(API).as(ADMIN).send();
    TestResponse head = API.call("HEAD", operation.target() + operation.query()).as(ADMIN).send();

    assertThat(head).hasStatus(200).hasNoBody();
    assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
    assertThat(head.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
    assertThat(head.header("Link")).isEqualTo(get.header("Link"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/favicon.ico",
        "/.well-known/security.txt",
        "/api/v1/docs/",
        "/api/v1/docs/swagger-ui.css",
        "/api/v1/openapi.json",
        "/api/v1/openapi-3.0.json",
        "/api/v1/openapi.yaml"
      })
  void answersHeadAndOptionsForThePagesToo(String target) {
    TestResponse get = API.get(target).send();
    TestResponse head = API.call("HEAD", target).send();

    assertThat(head).hasStatus(get.status()).hasNoBody();
    assertThat(API.call("OPTIONS", target).send().header("Allow").orElse(""))
        .contains("GET", "HEAD", "OPTIONS");
    assertThat(API.post(target).json("{}").send())
        .isProblem(ProblemType.METHOD_NOT_ALLOWED)
        .hasHeader("Allow", "GET,HEAD,OPTIONS");
  }

  @Test
  void refusesHeadWhereTheCallerMayNotRead() {
    assertThat(API.call("HEAD", "/api/v1/users/1").send()).hasStatus(401).hasNoBody();
    assertThat(API.call("HEAD", "/api/v1/users/1").as("support").send()).hasStatus(403).hasNoBody();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method", "_method"})
  void letsNoHeaderChangeTheMethod(String header) {
    assertThat(API.post("/api/v1/tickets/1").as(ADMIN).header(header, "DELETE").json("{}").send())
        .isProblem(ProblemType.METHOD_NOT_ALLOWED);
  }
}
