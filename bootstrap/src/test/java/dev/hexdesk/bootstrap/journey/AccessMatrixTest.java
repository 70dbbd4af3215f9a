package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every operation of the served OpenAPI document, tried by everybody. The document says what there
 * is, the contract who may; so an operation that nobody has thought of fails.
 */
class AccessMatrixTest extends Journey {
  private final Map<CallerKind, Optional<Person>> visitors = new HashMap<>();

  private TestClient as(CallerKind visitor) {
    return visitors
        .computeIfAbsent(visitor, unmet -> unmet.arrive(desk))
        .map(desk::as)
        .orElseGet(desk::asNobody);
  }

  @TestFactory
  Stream<DynamicNode> everyOperationIsOpenToThoseAloneWhomTheContractNames() {
    List<PermissionTableRow> grants = Contract.grants(given);
    return Operation.of(desk).stream().map(operation -> triedByAll(operation, grants));
  }

  private DynamicNode triedByAll(Operation operation, List<PermissionTableRow> grants) {
    List<PermissionTableRow> rows =
        grants.stream().filter(row -> row.operation().equals(operation.toString())).toList();
    return rows.isEmpty()
        ? dynamicTest(operation.toString(), () -> fail("The contract has no row for " + operation))
        : dynamicContainer(operation.toString(), rows.stream().flatMap(this::attempts));
  }

  private Stream<DynamicNode> attempts(PermissionTableRow row) {
    return CallerKind.all().stream()
        .map(
            visitor ->
                dynamicTest(
                    (row.operation() + " " + row.what()).strip() + " by " + visitor.words(),
                    () -> row.check(visitor, row.attempt().apply(as(visitor)))));
  }

  @Test
  void theContractNamesNoOperationThatIsNotThere() {
    assertThat(Operation.of(desk))
        .map(Operation::toString)
        .containsAll(Contract.grants(given).stream().map(PermissionTableRow::operation).toList());
  }

  @TestFactory
  Stream<DynamicNode> headIsAnsweredAsGetIsWithoutTheBody() {
    Map<String, Function<TestClient, ServerResponse>> reads = new HashMap<>();
    Contract.grants(given).stream()
        .filter(row -> row.operation().startsWith("GET "))
        .forEach(row -> reads.put(row.operation(), row.attempt()));
    return reads.entrySet().stream()
        .map(
            read ->
                dynamicTest(
                    read.getKey(),
                    () -> CallerKind.all().forEach(each -> compare(as(each), read.getValue()))));
  }

  private static void compare(TestClient caller, Function<TestClient, ServerResponse> read) {
    ServerResponse got = read.apply(caller);
    String path = got.request().substring("GET ".length());

    ServerResponse head = caller.send("HEAD", path).expect(got.status());

    assertThat(head.body()).as("%s", head).isEmpty();
    assertThat(head.header("Content-Type")).isEqualTo(got.header("Content-Type"));
    assertThat(head.etag()).isEqualTo(got.etag());
    assertThat(head.header("WWW-Authenticate")).isEqualTo(got.header("WWW-Authenticate"));
  }

  @TestFactory
  Stream<DynamicNode> optionsTellsTheMethodsThatThereAre() {
    return Operation.verbsByPath(desk).entrySet().stream()
        .map(
            path -> dynamicTest(path.getKey(), () -> checkOptions(path.getKey(), path.getValue())));
  }

  private void checkOptions(String template, Set<String> verbs) {
    String path =
        template
            .replace("{id}", "1")
            .replace("{comment_id}", "1")
            .replace("{other}", "2")
            .replace("{code}", "not_found");

    ServerResponse answer = as(admin).send("OPTIONS", path);

    assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
    assertThat(answer.header("Allow").split(", ?")).contains("OPTIONS").containsAll(verbs);
    assertThat(List.of(answer.header("Allow").split(", ?")).contains("HEAD"))
        .isEqualTo(verbs.contains("GET"));
  }
}
