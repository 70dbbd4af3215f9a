package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
  private static final Api API = AllResources.api();

  static Stream<Operation> operations() {
    return Operations.all().stream().filter(operation -> !operation.path().endsWith("/token"));
  }

  private static Call with(Operation operation, String query) {
    Call call = operation.on(API).as(ADMIN);
    return new Call(
        API, call.method(), operation.target() + "?" + query, call.headers(), call.body());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesParametersThatDoNotExist(Operation operation) {
    assertThat(with(operation, "colour=blue").send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("colour unknown");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesParametersThatAreGivenTwice(Operation operation) {
    for (JsonNode parameter : operation.description().path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        String name = parameter.path("name").asText();

        assertThat(with(operation, name + "=1&" + name + "=1").send())
            .isProblem(ProblemType.MALFORMED_REQUEST)
            .hasFaults(name + " repeated");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "%D0%B0=1, а unknown",
    "a%0D%0Ab=1, a??b unknown",
    "Limit=1, Limit unknown",
    "limit%20=1, 'limit  unknown'",
    "=1, ' unknown'",
    "_=1, _ unknown"
  })
  void namesTheParameterHarmlessly(String query, String fault) {
    assertThat(API.get("/api/v1/tickets?" + query).as(ADMIN).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults(fault);
  }

  @Test
  void cutsALongNameShort() {
    assertThat(API.get("/api/v1/tickets?" + "x".repeat(1000) + "=1").as(ADMIN).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("x".repeat(40) + " unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&", "&&"})
  void takesNoParametersForNone(String query) {
    assertThat(API.get("/api/v1/tickets?" + query).as(ADMIN).send()).hasStatus(200);
  }

  /** Guessing what was meant would find something else than what was asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"q=%ff", "q=%C0%80", "q=%ED%A0%80", "%ff=1", "q=a%80b"})
  void refusesWhatIsNoUtf8(String query) {
    assertThat(API.get("/api/v1/users?" + query).as(ADMIN).send())
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }
}
