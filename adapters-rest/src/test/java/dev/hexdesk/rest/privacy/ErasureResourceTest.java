package dev.hexdesk.rest.privacy;

import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.privacy.EraseEmployee;
import dev.hexdesk.application.privacy.RedactionCounts;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErasureResourceTest {
  private static final String TOKEN = "A".repeat(43);

  private final List<EraseEmployee.Command> commands = new ArrayList<>();
  private EraseEmployee.Result result = new EraseEmployee.Result.Refused(new Refusal.Unknown());

  private Call post(String body) {
    return Api.of(
            new ErasureResource(
                command -> {
                  commands.add(command);
                  return result;
                }))
        .post("/api/v1/employees/12/erasure")
        .as(MANAGER)
        .json(body);
  }

  private TestResponse outcome(EraseEmployee.Result outcome) {
    result = outcome;
    return post("{}").send();
  }

  @Test
  void announcesWhatIsGoingToBeErased() {
    assertThat(
            outcome(
                new EraseEmployee.Result.ToBeConfirmed(new Version(3), TOKEN, Fixtures.NOON, 3, 8)))
        .hasStatus(202)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "no-store")
        .hasJson(
            """
            {"confirmation_token": "%s", "expires_at": "2026-11-23T12:00:00.000Z",
             "tickets": 3, "comments": 8}
            """
                .formatted(TOKEN));
    Assertions.assertThat(commands.getFirst().id()).isEqualTo(new EmployeeId(12));
    Assertions.assertThat(commands.getFirst().token()).isEmpty();
  }

  @Test
  void tellsWhatWasErased() {
    result =
        new EraseEmployee.Result.Erased(
            new Version(4), Fixtures.NOON, new RedactionCounts(2, 5, 7));

    assertThat(post("{\"confirmation_token\": \"" + TOKEN + "\"}").ifMatch("\"3\"").send())
        .hasStatus(200)
        .hasHeader("ETag", "\"4\"")
        .hasJson(
            """
            {"erased_at": "2026-11-23T12:00:00.000Z", "tickets": 2, "comments": 5,
             "history_entries": 7}
            """);
    Assertions.assertThat(commands.getFirst().token()).contains(TOKEN);
    Assertions.assertThat(commands.getFirst().precondition().holdsFor(new Version(2))).isFalse();
  }

  @Test
  void passesGivenWordsOn() {
    post("{\"words\": [\"Olena Kovalenko\", \" olena@example.org \", \"Olena Kovalenko\"]}").send();

    Assertions.assertThat(commands.getFirst().words())
        .containsExactlyInAnyOrder(
            new IdentifyingText("Olena Kovalenko"), new IdentifyingText("olena@example.org"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "['x']                | too_short",
        "[' x ']              | too_short",
        "['- -']              | format",
        "['x--']              | format",
        "['tab\\tbed']      | control_character",
        "[null]               | required",
        "['LONG']             | too_long",
        "[MANY]               | too_many"
      })
  void refusesWordsThatStandEverywhereAndTooMuchOfThem(String words, String code) {
    String given =
        words
            .replace('\'', '"')
            .replace("LONG", "x".repeat(255))
            .replace("MANY", "\"ab\",".repeat(20) + "\"ab\"");

    assertThat(post("{\"words\": " + given + "}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/words " + code);
    Assertions.assertThat(commands).isEmpty();
  }

  @Test
  void refusesFieldsThatAreNone() {
    assertThat(post("{\"token\": \"x\"}").send())
        .isProblem(ProblemType.UNKNOWN_FIELD)
        .hasFaults("/token unknown_field");
  }

  @Test
  void tellsWhyItCouldNotBe() {
    assertThat(outcome(new EraseEmployee.Result.Refused(new Refusal.Unknown())))
        .isProblem(ProblemType.NOT_FOUND);
    assertThat(outcome(new EraseEmployee.Result.Refused(new Refusal.PreconditionFailed())))
        .isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(outcome(new EraseEmployee.Result.AlreadyErased())).isProblem(ProblemType.ERASED);
    assertThat(outcome(new EraseEmployee.Result.WrongToken()))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/confirmation_token unsuitable");
    assertThat(
            outcome(
                new EraseEmployee.Result.Refused(
                    new Refusal.Denied(new MissingPermission(Permission.PRIVACY_ERASE)))))
        .isProblem(ProblemType.PERMISSION_DENIED);
  }
}
