package dev.hexdesk.rest.idempotency;

import static dev.hexdesk.rest.testing.Callers.DISABLED;
import static dev.hexdesk.rest.testing.Callers.FORGED;
import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.Callers.ROLELESS;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.IdempotentExecution;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.ticket.CreateTicket;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.Callers;
import dev.hexdesk.rest.testing.ReplayingExecution;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import dev.hexdesk.rest.ticket.TicketResource;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What becomes of a method by the annotation alone, seen at one that has it. */
class IdempotentTest {
  private static final String TICKETS = "/api/v1/tickets";
  private static final String BODY =
      "{\"employee_id\":1,\"title\":\"On fire\",\"description\":\"It burns.\"}";
  private static final CreateTicket.Result CREATED =
      new CreateTicket.Result.Created(Fixtures.aTicket().withVersion(3).build());

  private final List<CreateTicket.Command> runs = new ArrayList<>();
  private final List<IdempotentExecution.Command> asked = new ArrayList<>();
  private Supplier<CreateTicket.Result> outcome = () -> CREATED;
  private IdempotentExecution once = new ReplayingExecution();

  private Call create(String token) {
    IdempotentExecution recording =
        (command, work) -> {
          asked.add(command);
          return once.answer(command, work);
        };
    TicketResource resource =
        new TicketResource(
            new TicketResource.UseCases(
                command -> {
                  runs.add(command);
                  return outcome.get();
                },
                query -> null,
                query -> null,
                (search, tickets) -> Map.of(),
                (actor, tickets, wanted) -> ExpandedRelations.NONE,
                command -> null,
                command -> null),
            TestRules.ticketRules(),
            ServedDocument.LIMITS,
            InstantSource.fixed(Fixtures.NOON));
    return Api.of(new Callers(), TestRules.rolePolicy(), recording, resource)
        .post(TICKETS)
        .as(token)
        .json(BODY);
  }

  private Call keyed(String token) {
    return create(token).header(IdempotencyKey.HEADER, "\"k\"");
  }

  @Test
  void nothingIsDifferentWithoutAKey() {
    assertThat(create(SUPPORT).send())
        .hasStatus(201)
        .hasHeader("ETag", "\"3\"")
        .hasNoHeader(IdempotencyKey.REPLAYED);
    Assertions.assertThat(asked).isEmpty();
  }

  @Test
  void theFirstAnswerIsTheOneThatThereIsWithoutAKey() {
    TestResponse without = create(SUPPORT).send();
    TestResponse first = keyed(SUPPORT).send();

    Assertions.assertThat(first.text()).isEqualTo(without.text());
    Assertions.assertThat(first.headers()).isEqualTo(without.headers());
  }

  @Test
  void theSameIsAnsweredAgainWithoutTheWork() {
    TestResponse first = keyed(SUPPORT).send();
    TestResponse again = keyed(SUPPORT).send();

    assertThat(again)
        .hasStatus(201)
        .hasHeader(IdempotencyKey.REPLAYED, "true")
        .hasHeader("Location", first.header("Location").orElseThrow())
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Content-Type", "application/json")
        .hasHeader("Cache-Control", "private, no-cache");
    Assertions.assertThat(again.text()).isEqualTo(first.text());
    Assertions.assertThat(runs).hasSize(1);
  }

  @Test
  void handsOverWhoAsksForWhat() throws Exception {
    keyed(SUPPORT).send();

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(UTF_8));
    Assertions.assertThat(asked)
        .containsExactly(
            new IdempotentExecution.Command(
                actorOf(SUPPORT), "POST /api/v1/tickets", "k", Bytes.of(hash)));
  }

  @Test
  void anotherBodyIsRefused() {
    once = (command, work) -> new IdempotentExecution.Result.KeyReused();

    assertThat(keyed(SUPPORT).send()).isProblem(ProblemType.IDEMPOTENCY_KEY_REUSED);
    Assertions.assertThat(runs).isEmpty();
  }

  @Test
  void whatIsStillRunningIsToldAtOnce() {
    once = (command, work) -> new IdempotentExecution.Result.StillRunning();

    assertThat(keyed(SUPPORT).send())
        .isProblem(ProblemType.IDEMPOTENCY_KEY_IN_USE)
        .hasHeader("Retry-After", "1");
  }

  @Test
  void whoLostAPermissionIsDenied() {
    once =
        (command, work) ->
            new IdempotentExecution.Result.Denied(new MissingPermission(Permission.TICKET_READ));

    assertThat(keyed(SUPPORT).send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:read");
  }

  @Test
  void theDoorComesBeforeTheKey() {
    assertThat(keyed(FORGED).send()).isProblem(ProblemType.INVALID_TOKEN);
    assertThat(keyed(DISABLED).send()).isProblem(ProblemType.USER_DISABLED);
    assertThat(keyed(ROLELESS).send()).isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(create(ROLELESS).header(IdempotencyKey.HEADER, "").send())
        .isProblem(ProblemType.PERMISSION_DENIED);
    Assertions.assertThat(asked).isEmpty();
  }

  @Test
  void aMalformedKeyIsRefusedByName() {
    assertThat(create(SUPPORT).header(IdempotencyKey.HEADER, "\"a\", \"b\"").send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("Idempotency-Key format");
    assertThat(keyed(SUPPORT).header(IdempotencyKey.HEADER, "\"b\"").send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("Idempotency-Key repeated");
    Assertions.assertThat(asked).isEmpty();
  }

  @Test
  void aRefusalEndsTheWorkAndIsAnsweredAsEver() {
    List<Throwable> ends = new ArrayList<>();
    once = ending(ends);
    outcome = CreateTicket.Result.UnknownEmployee::new;

    assertThat(keyed(SUPPORT).send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/employee_id unknown");
    Assertions.assertThat(ends).hasSize(1);
  }

  @Test
  void aFailureEndsTheWorkAndIsAnsweredAsEver() {
    List<Throwable> ends = new ArrayList<>();
    once = ending(ends);
    RuntimeException away = new StorageUnavailable(new IllegalStateException("gone"));
    outcome =
        () -> {
          throw away;
        };

    assertThat(keyed(SUPPORT).send()).isProblem(ProblemType.UNAVAILABLE);
    Assertions.assertThat(ends).containsExactly(away);
  }

  @Test
  void workMayBeRunAgainFromItsBeginning() {
    once =
        (command, work) -> {
          StoredResult undone = work.get();
          Assertions.assertThat(undone.status()).isEqualTo(201);
          return new IdempotentExecution.Result.Answered(work.get());
        };

    assertThat(keyed(SUPPORT).send()).hasStatus(201);
    Assertions.assertThat(runs).hasSize(2);
  }

  @Test
  void anotherCallersKeyIsAnotherKey() {
    keyed(SUPPORT).send();

    assertThat(keyed(MANAGER).send()).hasStatus(201).hasNoHeader(IdempotencyKey.REPLAYED);
  }

  /** Notes by what work ends. */
  private static IdempotentExecution ending(List<Throwable> ends) {
    return (command, work) -> {
      try {
        StoredResult answer = work.get();
        return new IdempotentExecution.Result.Answered(answer);
      } catch (RuntimeException end) {
        ends.add(end);
        throw end;
      }
    };
  }
}
