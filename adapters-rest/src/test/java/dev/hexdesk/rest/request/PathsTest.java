package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {
  private static final Api API = AllResources.api();
  private static final List<String> NO_IDS =
      List.of(
          "0",
          "-1",
          "+1",
          "abc",
          "1.0",
          "1e3",
          "01",
          "0x1",
          "%201",
          "1%20",
          "1%0A",
          "%D9%A1",
          "%EF%BC%91",
          "9223372036854775808",
          "99999999999999999999999999",
          "null",
          "me");

  static Set<String> targets() {
    return Operations.targets();
  }

  static Stream<Operation> withIds() {
    return Operations.all().stream().filter(operation -> operation.path().contains("{id}"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void isNeitherWithASlashMoreNorWithAMatrixParameter(String target) {
    for (String other :
        List.of(
            target + "/",
            target + "//",
            target + ";",
            target + ";x=1",
            target.replace("/v1/", "/v1;x=1/"),
            target.replace("/v1/", "//v1/"),
            target.replace("/v1/", "/v1//"),
            target.replace("/v1/", "/v2/"),
            target.replace("/api/", "/API/"),
            target + "/more/and/more")) {
      assertThat(API.get(other).as(ADMIN).send()).isProblem(ProblemType.NOT_FOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/v1",
        "/apiv1",
        "/index.html",
        "/application.wadl",
        "/api/v1/application.wadl",
        "/users",
        "/api/v1/user",
        "/api/v1/users/1/tickets",
        "/metrics",
        "/.env",
        "/api/v1/me/password/x",
        "/api/v1/openapi",
        "/api/v1/openapi.xml",
        "/healthcheck"
      })
  void knowsNothingElse(String path) {
    assertThat(API.get(path).send()).isProblem(ProblemType.NOT_FOUND);
    assertThat(API.post(path).json("{}").send()).isProblem(ProblemType.NOT_FOUND);
  }

  @ParameterizedTest
  @MethodSource("withIds")
  void readsPositiveIntegersForIds(Operation operation) {
    for (String id : NO_IDS) {
      String target =
          operation.path().replace("{id}", id).replace("{comment_id}", "2").replace("{other}", "2");
      var answer =
          operation.takesJson()
              ? API.call(operation.method(), target).as(ADMIN).json("{}").send()
              : API.call(operation.method(), target).as(ADMIN).send();

      assertThat(answer).isProblem(ProblemType.MALFORMED_REQUEST).hasFaults("id type");
    }
  }

  @Test
  void readsTheLargestId() {
    assertThat(API.get("/api/v1/tickets/9223372036854775807").as(ADMIN).send()).hasStatus(200);
  }

  @Test
  void namesTheTokenEndpointsNeighboursAsProblems() {
    assertThat(API.post("/api/v1/token/").form("x=1").send()).isProblem(ProblemType.NOT_FOUND);
    assertThat(API.post("/api/v1/token/x").form("x=1").send()).isProblem(ProblemType.NOT_FOUND);
  }
}
