package dev.hexdesk.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.fuzz.Mutant.Expected;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.journey.TestServers;
import dev.hexdesk.rest.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bodies of all operations that take JSON, changed in one place: what is refused is refused in the
 * right words, and what is accepted is there afterwards as it was sent.
 */
@ExtendWith(TestServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonBodyFuzzTest {
  private static final Map<String, JsonOperation> OPERATIONS =
      JsonOperation.all().stream()
          .collect(Collectors.toMap(JsonOperation::id, Function.identity()));

  private FuzzResources scene;

  private record Input(String operation, String type, Mutant mutant) {}

  @BeforeAll
  void begin(TestServer desk) {
    scene = new FuzzResources(desk);
  }

  @Test
  void anExampleOfEachOperationIsAccepted() {
    OPERATIONS
        .values()
        .forEach(
            operation ->
                check(
                    new Input(
                        operation.id(),
                        operation.types().getFirst(),
                        Mutant.of(operation.good().toString(), "", Expected.ACCEPTED))));
  }

  @Test
  void nothingIsTakenForWhatItIsNot() {
    List<String> ids = OPERATIONS.keySet().stream().sorted().toList();
    new Fuzz<>(JsonBodyFuzzTest.class, Input.class, 1_000)
        .run(random -> input(new RandomChoices(random), ids), this::check);
  }

  private static Input input(RandomChoices chance, List<String> ids) {
    JsonOperation operation = OPERATIONS.get(chance.oneOf(ids));
    return new Input(
        operation.id(),
        chance.oneOf(operation.types()),
        new JsonMutation(chance).of(operation.good()));
  }

  private void check(Input input) {
    JsonOperation operation = OPERATIONS.get(input.operation());
    assertThat(operation).as("operation %s", input.operation()).isNotNull();
    FuzzResources.Stage stage = scene.set(operation);
    String sent = stage.fill(input.mutant().bytes());
    TestResponse answer =
        scene.send(
            stage, operation.method(), input.type(), sent.getBytes(StandardCharsets.ISO_8859_1));
    switch (input.mutant().expected()) {
      case ACCEPTED -> assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
      case MALFORMED -> assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      // What was sent may name another ticket that is there, which can't be merged into.
      case ANY ->
          assertThat(answer.status())
              .as("%s", answer)
              .isIn(200, 201, 202, 204, 207, 400, 403, 409, 422);
    }
    if (answer.status() < 300) {
      stage.compare(TestResponse.json(utf8(sent)), answer);
    } else if (!input.mutant().field().isEmpty()
        && answer.status() != 403
        && answer.status() != 409) {
      assertThat(answer.json().path("errors").findValuesAsText("pointer"))
          .as("%s", answer)
          .allMatch(pointer -> (pointer + "/").startsWith("/" + input.mutant().field() + "/"))
          .isNotEmpty();
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
