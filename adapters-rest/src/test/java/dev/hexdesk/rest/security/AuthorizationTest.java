package dev.hexdesk.rest.security;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.DISABLED;
import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.Callers.ROLELESS;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Callers;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.Operations.Operation;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationTest {
  private static final Api API = AllResources.api();
  private static final List<String> ROLES = List.of(ADMIN, MANAGER, SUPPORT, ROLELESS);

  /** Who may do what, as the contract has it; by operation, so that none is forgotten. */
  private static final Map<String, Set<String>> WHO = new TreeMap<>();

  static {
    allow(Set.of(ADMIN), "createUser", "replaceUser", "setUserPassword", "deleteUser");
    allow(Set.of(ADMIN, MANAGER), "listUsers", "getUser", "changeUser");
    allow(Set.of(ADMIN, MANAGER), "createEmployee", "replaceEmployee", "changeEmployee");
    allow(Set.of(ADMIN, MANAGER), "deleteEmployee", "eraseEmployee", "getPersonalData");
    allow(Set.of(ADMIN, MANAGER), "importEmployees", "importTickets");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "listEmployees", "getEmployee", "listEmployeeTickets");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "createTicket", "listTickets", "getTicket");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "replaceTicket", "changeTicket", "deleteTicket");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "assignTicket", "unassignTicket", "listTags");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "mergeTicket", "showLinks", "linkTickets");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "unlinkTickets", "workInBulk", "getTicketStatistics");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "listTicketHistory", "listComments", "getComment");
    allow(Set.of(ADMIN, MANAGER, SUPPORT), "addComment", "changeComment");
    allow(Set.of(ADMIN), "deleteComment");
    allow(Set.of(ADMIN, MANAGER, SUPPORT, ROLELESS), "getMe", "getStatus", "changeOwnPassword");
  }

  private static void allow(Set<String> callers, String... operations) {
    Arrays.stream(operations).forEach(operation -> WHO.put(operation, callers));
  }

  static List<Arguments> everyRoleAtEveryOperation() {
    List<Arguments> cells = new ArrayList<>();
    WHO.keySet().forEach(id -> ROLES.forEach(role -> cells.add(arguments(id, role))));
    return cells;
  }

  static Stream<Operation> needingAPermission() {
    return Operations.secured().stream().filter(operation -> !operation.scopes().isEmpty());
  }

  @Test
  void knowsOfEveryOperationWhoMayCallIt() {
    assertThat(WHO.keySet())
        .isEqualTo(Operations.secured().stream().map(Operation::id).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("everyRoleAtEveryOperation")
  void opensToWhoseRoleGrantsIt(String id, String caller) {
    TestResponse answer = Operations.named(id).on(API).as(caller).send();

    if (WHO.get(id).contains(caller)) {
      assertThat(answer.status()).isBetween(200, 207);
    } else {
      assertThat(answer)
          .isProblem(ProblemType.PERMISSION_DENIED)
          .hasNoHeader("WWW-Authenticate")
          .hasNoMember("scope");
      assertThat(answer.json().path("permission").asText()).contains(":");
    }
  }

  @ParameterizedTest
  @MethodSource("needingAPermission")
  void isClosedToTheDisabledWhateverTheirRole(Operation operation) {
    assertThat(operation.on(API).as(DISABLED).send()).isProblem(ProblemType.USER_DISABLED);
    assertThat(operation.on(API).as(Callers.narrowed(DISABLED)).send())
        .isProblem(ProblemType.USER_DISABLED);
  }

  @ParameterizedTest
  @MethodSource("needingAPermission")
  void isClosedToTokensOfOtherScopes(Operation operation) {
    Scope[] others =
        Arrays.stream(Scope.values())
            .filter(scope -> !operation.scopes().contains(scope.code()))
            .toArray(Scope[]::new);

    TestResponse answer = operation.on(API).as(Callers.narrowed(ADMIN, others)).send();

    String missing = operation.scopes().getFirst();
    assertThat(answer)
        .isProblem(ProblemType.INSUFFICIENT_SCOPE)
        .hasMember("scope", missing)
        .hasHeader(
            "WWW-Authenticate",
            "Bearer realm=\"hexdesk\", error=\"insufficient_scope\", scope=\"" + missing + "\"");
  }

  @ParameterizedTest
  @MethodSource("needingAPermission")
  void isOpenToTokensOfItsScopes(Operation operation) {
    Scope[] scopes =
        operation.scopes().stream()
            .map(code -> Coded.find(Scope.class, code))
            .map(Optional::orElseThrow)
            .toArray(Scope[]::new);

    assertThat(operation.on(API).as(Callers.narrowed(ADMIN, scopes)).send().status())
        .isBetween(200, 207);
  }

  /** A role that does not grant it comes before a scope that does not cover it. */
  @Test
  void namesThePermissionBeforeTheScope() {
    assertThat(API.get("/api/v1/users").as(Callers.narrowed(SUPPORT)).send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:read");
    assertThat(API.patch("/api/v1/users/1").as(Callers.narrowed(SUPPORT)).json("{}").send())
        .isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(API.patch("/api/v1/users/1").as(Callers.narrowed(MANAGER)).json("{}").send())
        .isProblem(ProblemType.INSUFFICIENT_SCOPE);
  }

  @ParameterizedTest
  @MethodSource("needingAPermission")
  void decidesBeforeTheBodyIsRead(Operation operation) {
    if (operation.takesJson()) {
      var broken = API.call(operation.method(), operation.target()).json("{broken");

      assertThat(broken.as(ROLELESS).send()).isProblem(ProblemType.PERMISSION_DENIED);
      assertThat(broken.as(DISABLED).send()).isProblem(ProblemType.USER_DISABLED);
      assertThat(broken.as(Callers.narrowed(ADMIN)).send())
          .isProblem(ProblemType.INSUFFICIENT_SCOPE);
      assertThat(broken.as(ADMIN).send()).isProblem(ProblemType.MALFORMED_REQUEST);
    }
  }

  @Test
  void decidesBeforeParametersAreRead() {
    assertThat(API.get("/api/v1/users/abc").as(SUPPORT).send())
        .isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(API.get("/api/v1/users?x=1").as(SUPPORT).send())
        .isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(API.get("/api/v1/tickets?x=1").as(DISABLED).send())
        .isProblem(ProblemType.USER_DISABLED);
  }
}
