package dev.hexdesk.rest.security;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.FORGED;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
  private static final Api API = AllResources.api();
  private static final String REALM = "Bearer realm=\"hexdesk\"";

  static Iterable<Operation> secured() {
    return Operations.secured();
  }

  static Iterable<Operation> open() {
    return Operations.all().stream().filter(operation -> !operation.isSecured()).toList();
  }

  @ParameterizedTest
  @MethodSource("secured")
  void asksForAToken(Operation operation) {
    assertThat(operation.on(API).send())
        .isProblem(ProblemType.UNAUTHENTICATED)
        .hasHeader("WWW-Authenticate", REALM)
        .hasHeader("Cache-Control", "private, no-cache");
  }

  @ParameterizedTest
  @MethodSource("secured")
  void refusesATokenThatIsNotOurs(Operation operation) {
    assertThat(operation.on(API).as(FORGED).send())
        .isProblem(ProblemType.INVALID_TOKEN)
        .hasHeader("WWW-Authenticate", REALM + ", error=\"invalid_token\"");
  }

  @ParameterizedTest
  @MethodSource("open")
  void letsEverybodyIntoWhatIsOpen(Operation operation) {
    assertThat(operation.on(API).send()).hasStatus(200);
    assertThat(operation.on(API).as(FORGED).send()).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer admin", "bearer admin", "BEARER admin", "Bearer   admin"})
  void knowsTheSchemeInAnyLetterCase(String authorization) {
    assertThat(API.get("/api/v1/me").header("Authorization", authorization).send()).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic b2xlbmE6eA==", "admin", "Bearer", "Beareradmin", "", "Token x"})
  void takesNoOtherSchemeForAToken(String authorization) {
    assertThat(API.get("/api/v1/me").header("Authorization", authorization).send())
        .isProblem(ProblemType.UNAUTHENTICATED)
        .hasHeader("WWW-Authenticate", REALM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer admin, Bearer admin", "Bearer admin admin", "Bearer \"admin\""})
  void readsOneTokenOnly(String authorization) {
    assertThat(API.get("/api/v1/me").header("Authorization", authorization).send())
        .isProblem(ProblemType.INVALID_TOKEN);
  }

  @Test
  void refusesTwoHeaders() {
    assertThat(API.get("/api/v1/me").as(ADMIN).as(ADMIN).send())
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(API.get("/api/v1/me").as(ADMIN).header("Authorization", "Basic eA==").send())
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"access_token", "token", "Authorization"})
  void takesNoTokenFromTheQuery(String parameter) {
    String target = "/api/v1/me?" + parameter + "=admin";

    assertThat(API.get(target).send()).isProblem(ProblemType.UNAUTHENTICATED);
    assertThat(API.get(target).as(ADMIN).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults(parameter + " unknown");
  }

  /** What is asked for is nobody's business who did not say who they are. */
  @Test
  void tellsStrangersNothingOfTheirRequest() {
    assertThat(API.get("/api/v1/users/abc?x=1").send()).isProblem(ProblemType.UNAUTHENTICATED);
    assertThat(API.post("/api/v1/users").json("{broken").send())
        .isProblem(ProblemType.UNAUTHENTICATED);
  }
}
