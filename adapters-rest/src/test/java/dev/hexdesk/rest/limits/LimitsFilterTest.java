package dev.hexdesk.rest.limits;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.ScriptedUseCase.unexpected;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.statistics.ShowTicketStatistics;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.application.ticket.ExpandedRelations;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.limits.RequestLimits.Budget;
import dev.hexdesk.rest.limits.RequestLimits.Line;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.statistics.StatisticsResource;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import dev.hexdesk.rest.ticket.TicketResource;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to those who ask for more than their share, and to others meanwhile. */
class LimitsFilterTest {
  private static final Line WIDE = new Line(100, 0, Duration.ZERO);
  private static final Budget PLENTY = new Budget(1_000_000, 1, 5, 5, 100);
  private static final String TICKET = "/api/v1/tickets/1";
  private static final String FIGURES = "/api/v1/tickets/stats?group_by=tag";

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore begun = new Semaphore(0);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @AfterEach
  void end() {
    goOn.countDown();
    people.close();
  }

  /** Tickets and statistics that take until the test lets them go on. */
  private Api desk(RequestLimits limits) {
    return Api.of(
        limits,
        new TicketResource(
            new TicketResource.UseCases(
                command -> unexpected(),
                query -> {
                  hold();
                  return new ShowTicket.Result.Unknown();
                },
                query -> unexpected(),
                (search, tickets) -> unexpected(),
                (actor, tickets, wanted) -> ExpandedRelations.NONE,
                command -> unexpected(),
                command -> {
                  throw new IllegalStateException("a defect");
                }),
            TestRules.ticketRules(),
            ServedDocument.LIMITS,
            InstantSource.fixed(Fixtures.NOON)),
        new StatisticsResource(
            query -> {
              hold();
              return new ShowTicketStatistics.Result.Shown(
                  new TimeRange(Optional.empty(), Optional.empty()), List.of());
            },
            ZoneOffset.UTC));
  }

  private void hold() {
    begun.release();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a request that stays until it may go on. */
  private Future<TestResponse> begin(Api api, String target, String caller)
      throws InterruptedException {
    Future<TestResponse> answer = people.submit(() -> api.get(target).as(caller).send());
    begun.acquire();
    return answer;
  }

  @Test
  void whoHasAsMuchRunningAsMayIsToldToWaitAndOthersAreServed() throws Exception {
    Api api = desk(new RequestLimits(WIDE, new Line(2, 0, Duration.ZERO), WIDE, WIDE, PLENTY));
    List<Future<TestResponse>> running =
        List.of(begin(api, TICKET, ADMIN), begin(api, TICKET, ADMIN));

    assertThat(api.get(TICKET).as(ADMIN).send())
        .isProblem(ProblemType.TOO_MANY_REQUESTS)
        .hasHeader("Retry-After", "1");
    Future<TestResponse> other = begin(api, TICKET, SUPPORT);
    goOn.countDown();

    for (Future<TestResponse> each : running) {
      assertThat(each.get()).hasStatus(404);
    }
    assertThat(other.get()).hasStatus(404);
    assertThat(api.get(TICKET).as(ADMIN).send()).hasStatus(404);
  }

  @Test
  void whoIsInLineGetsTheirTurn() throws Exception {
    Api api =
        desk(new RequestLimits(WIDE, new Line(1, 50, Duration.ofMinutes(1)), WIDE, WIDE, PLENTY));
    Future<TestResponse> first = begin(api, TICKET, ADMIN);
    List<Future<TestResponse>> next =
        IntStream.range(0, 50)
            .mapToObj(n -> people.submit(() -> api.get(TICKET).as(ADMIN).send()))
            .toList();
    goOn.countDown();

    assertThat(first.get()).hasStatus(404);
    for (Future<TestResponse> each : next) {
      assertThat(each.get()).hasStatus(404);
    }
  }

  @Test
  void oneKindCantKeepEverythingForItself() throws Exception {
    Api api = desk(new RequestLimits(WIDE, WIDE, new Line(1, 0, Duration.ZERO), WIDE, PLENTY));
    Future<TestResponse> stuck = begin(api, TICKET, ADMIN);

    assertThat(api.get(TICKET).as(SUPPORT).send())
        .isProblem(ProblemType.UNAVAILABLE)
        .hasHeader("Retry-After", "2");
    Future<TestResponse> ofAnotherKind = begin(api, FIGURES, SUPPORT);
    goOn.countDown();

    assertThat(stuck.get()).hasStatus(404);
    assertThat(ofAnotherKind.get()).hasStatus(200);
  }

  @Test
  void costlyReadsHaveALimitOfTheirOwnAndRefuseFast() throws Exception {
    Api api =
        desk(new RequestLimits(WIDE, WIDE, WIDE, new Line(1, 1, Duration.ofMinutes(1)), PLENTY));
    Future<TestResponse> running = begin(api, FIGURES, ADMIN);

    long start = System.nanoTime();
    TestResponse ofTheSame = api.get(FIGURES).as(ADMIN).send();
    long took = System.nanoTime() - start;
    assertThat(ofTheSame).isProblem(ProblemType.TOO_MANY_REQUESTS);
    Assertions.assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(1));
    Future<TestResponse> inLine = people.submit(() -> api.get(FIGURES).as(SUPPORT).send());
    Future<TestResponse> cheap = begin(api, TICKET, ADMIN);
    goOn.countDown();

    assertThat(running.get()).hasStatus(200);
    assertThat(inLine.get()).hasStatus(200);
    assertThat(cheap.get()).hasStatus(404);
  }

  @Test
  void whatEndsByADefectIsGivenBackToo() throws ExecutionException, InterruptedException {
    Line one = new Line(1, 0, Duration.ZERO);
    Api api = desk(new RequestLimits(WIDE, one, one, one, PLENTY));
    goOn.countDown();

    for (int n = 0; n < 3; n++) {
      assertThat(api.delete(TICKET).as(ADMIN).send()).isProblem(ProblemType.INTERNAL_ERROR);
      assertThat(api.get(TICKET).as(ADMIN).send()).hasStatus(404);
      assertThat(api.get(TICKET + "?surprise=1").as(ADMIN).send()).hasStatus(400);
      assertThat(api.get("/api/v1/tickets/stats?group_by=x").as(ADMIN).send()).hasStatus(400);
    }
  }

  @Test
  void whoHasUsedAMinuteUpIsToldSoAndOthersAreServed() {
    goOn.countDown();
    Api api = desk(new RequestLimits(WIDE, WIDE, WIDE, WIDE, new Budget(60, 20, 5, 5, 60)));

    assertThat(api.get(TICKET).as(ADMIN).send())
        .hasStatus(404)
        .hasHeader("RateLimit-Policy", "\"minute\";q=60;w=60")
        .hasHeader("RateLimit", "\"minute\";r=40;t=20");
    assertThat(api.get(FIGURES).as(ADMIN).send())
        .isProblem(ProblemType.TOO_MANY_REQUESTS)
        .hasHeader("Retry-After", "20")
        .hasHeader("RateLimit", "\"minute\";r=0;t=60");
    assertThat(api.get(FIGURES).as(SUPPORT).send()).hasStatus(200);
    assertThat(api.get(TICKET).send()).hasStatus(401).hasNoHeader("RateLimit");
  }

  @Test
  void aListCostsMoreWhenItCounts() {
    Assertions.assertThat(
            List.of(
                cost("/api/v1/tickets"),
                cost("/api/v1/tickets?q=one+two"),
                cost("/api/v1/tickets?include_total=false"),
                cost("/api/v1/tickets?include_total=true"),
                cost("/api/v1/tickets?q=a&sort=-relevance"),
                cost("/api/v1/tickets?q=one+or+two+or+three")))
        .containsExactly(
            RequestCost.LIST,
            RequestCost.LIST,
            RequestCost.LIST,
            RequestCost.COSTLY,
            RequestCost.LIST,
            RequestCost.COSTLY);
  }

  private static RequestCost cost(String target) {
    return RequestPricing.request(
        RequestCost.LIST,
        new ContainerRequest(
                URI.create("http://desk.example/"),
                URI.create("http://desk.example" + target),
                "GET",
                null,
                new MapPropertiesDelegate(),
                null)
            .getUriInfo());
  }
}
