package dev.hexdesk.persistence.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.actingAs;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.bulk.BulkOperation;
import dev.hexdesk.application.bulk.BulkOutcome;
import dev.hexdesk.application.bulk.BulkService;
import dev.hexdesk.application.bulk.BulkUpdate;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.comment.CommentService;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.CreateTicket;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.ticket.MergeService;
import dev.hexdesk.application.ticket.MergeTickets;
import dev.hexdesk.application.ticket.TicketService;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Twenty people who claim, merge and comment on the same few tickets, by themselves and in bulk.
 */
@Order(1)
class TicketWorkConcurrencyTest {
  private static final int PEOPLE = 20;
  private static final int ROUNDS = 120;

  /** New tickets come when those before have been worked on for so many rounds. */
  private static final int ROUNDS_OF_A_SCENE = 10;

  private static final int TICKETS = 6;
  private static final PageSelection ALL = PageSelection.first(10_000);

  /** What makes no new version of the ticket. */
  private static final Set<TicketAction> UNVERSIONED =
      Set.of(TicketAction.CREATED, TicketAction.LINKED, TicketAction.UNLINKED);

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final long seed = new Random().nextLong();
  private final RolePolicy policy = TestRules.rolePolicy();
  private final Clock clock = Clock.tickMillis(Clock.systemUTC().getZone());
  private final List<Actor> people = new ArrayList<>();

  private Store store;
  private TicketService tickets;
  private CommentService comments;
  private MergeService merges;
  private BulkService bulk;
  private Employee employee;
  private List<TicketId> scene = List.of();

  /** Comments that were acknowledged, with the ticket that each was made on. */
  private Map<String, TicketId> said = new ConcurrentHashMap<>();

  @BeforeEach
  void open() {
    store = DATABASE.emptyStore();
    tickets =
        new TicketService(
            store.unitOfWork(), store.tickets(), store.history(), store.users(), policy, clock);
    comments =
        new CommentService(
            store.unitOfWork(),
            store.comments(),
            store.tickets(),
            store.history(),
            policy,
            TestRules.commentRules(),
            clock);
    merges =
        new MergeService(
            store.unitOfWork(),
            store.tickets(),
            store.commentHandover(),
            store.history(),
            policy,
            clock);
    bulk = new BulkService(store.unitOfWork(), store.tickets(), tickets, tickets, comments);
    employee = StoreFixture.in(store).employee(anEmployee());
    for (int n = 0; n < PEOPLE; n++) {
      String name = "person" + (char) ('a' + n);
      people.add(
          actingAs(StoreFixture.in(store).user(aUser().named(name).withRoles(Role.SUPPORT))));
    }
  }

  /** What one person did in a round: a claim of the version that the ticket had before it. */
  private record Claim(TicketId ticket, Version version, boolean won) {}

  @Test
  void losesNothingAndLetsNobodyWriteOnWhatWasMerged() throws Exception {
    System.out.println("TicketWorkConcurrencyTest: seed " + seed);
    CyclicBarrier start = new CyclicBarrier(PEOPLE);
    try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
      for (int round = 0; round < ROUNDS; round++) {
        if (round % ROUNDS_OF_A_SCENE == 0) {
          setScene();
        }
        List<Claim> claims = play(round, start, threads);
        check(round, claims);
      }
    }
  }

  private void setScene() {
    said = new ConcurrentHashMap<>();
    List<TicketId> fresh = new ArrayList<>();
    TicketDetails details = aTicket().forEmployee(employee).details();
    for (int n = 0; n < TICKETS; n++) {
      var created = tickets.create(new CreateTicket.Command(people.getFirst(), details));
      fresh.add(((CreateTicket.Result.Created) created).ticket().id());
    }
    scene = List.copyOf(fresh);
  }

  private List<Claim> play(int round, CyclicBarrier start, ExecutorService threads)
      throws Exception {
    Map<TicketId, Version> versions = new HashMap<>();
    scene.forEach(id -> versions.put(id, ticket(id).version()));
    List<Future<Optional<Claim>>> acts = new ArrayList<>();
    for (int n = 0; n < PEOPLE; n++) {
      int person = n;
      acts.add(
          threads.submit(
              () -> {
                Random random = new Random(seed + 31L * round + person * 1_000_003L);
                start.await();
                return act(people.get(person), round + "-" + person, random, versions);
              }));
    }
    List<Claim> claims = new ArrayList<>();
    for (Future<Optional<Claim>> act : acts) {
      act.get().ifPresent(claims::add);
    }
    return claims;
  }

  private Optional<Claim> act(
      Actor actor, String name, Random random, Map<TicketId, Version> versions) {
    TicketId id = scene.get(random.nextInt(TICKETS));
    switch (random.nextInt(20)) {
      case 0 -> merge(actor, id, scene.get(random.nextInt(TICKETS)));
      case 1, 2, 3, 4, 5, 6 -> {
        return Optional.of(claim(actor, id, versions.get(id)));
      }
      case 7, 8, 9, 10, 11 -> say(comment(actor, id, name, random), name);
      default -> work(actor, name, random);
    }
    return Optional.empty();
  }

  private void merge(Actor actor, TicketId source, TicketId target) {
    merges.merge(
        new MergeTickets.Command(
            actor, source, Precondition.NONE, target, MergeRule.SAME_EMPLOYEE));
  }

  private Claim claim(Actor actor, TicketId id, Version version) {
    ChangeTicket.Result result =
        tickets.change(
            new ChangeTicket.Command(
                actor, id, version::equals, TicketChanges.ofAssignee(Optional.of(actor.id()))));
    boolean won =
        result instanceof ChangeTicket.Result.Changed(Ticket ticket)
            && !ticket.version().equals(version);
    return new Claim(id, version, won);
  }

  private AddComment.Command comment(Actor actor, TicketId id, String name, Random random) {
    Visibility visibility = random.nextBoolean() ? Visibility.PUBLIC : Visibility.INTERNAL;
    return new AddComment.Command(actor, id, Precondition.NONE, new CommentBody(name), visibility);
  }

  private void say(AddComment.Command command, String name) {
    note(comments.add(command), command, name);
  }

  private void note(AddComment.Result result, AddComment.Command command, String name) {
    if (result instanceof AddComment.Result.Added) {
      said.put(name, command.ticket());
    }
  }

  /** Comments and changes on tickets in any order, for themselves or all together. */
  private void work(Actor actor, String name, Random random) {
    List<BulkOperation> operations = new ArrayList<>();
    List<TicketId> order = new ArrayList<>(scene);
    Collections.shuffle(order, random);
    for (TicketId id : order.subList(0, 1 + random.nextInt(TICKETS))) {
      operations.add(
          new BulkOperation.Update(
              new ChangeTicket.Command(
                  actor, id, Precondition.NONE, TicketChanges.ofAssignee(someone(random)))));
      operations.add(
          new BulkOperation.Comment(comment(actor, id, name + "-" + id.value(), random)));
    }
    if (bulk.work(new BulkUpdate.Command(random.nextBoolean(), operations))
        instanceof BulkUpdate.Result.Done(List<BulkOutcome> outcomes)) {
      for (int n = 0; n < outcomes.size(); n++) {
        if (outcomes.get(n) instanceof BulkOutcome.Commented(AddComment.Result result)
            && operations.get(n) instanceof BulkOperation.Comment(AddComment.Command command)) {
          note(result, command, command.body().value());
        }
      }
    }
  }

  private Optional<UserId> someone(Random random) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(people.get(random.nextInt(PEOPLE)).id());
  }

  private void check(int round, List<Claim> claims) {
    String where = "seed " + seed + ", round " + round;
    Map<TicketId, Long> winners = new HashMap<>();
    claims.stream()
        .filter(Claim::won)
        .forEach(claim -> winners.merge(claim.ticket(), 1L, Long::sum));
    assertThat(winners.values()).as(where).allMatch(count -> count == 1);
    Set<String> found = new HashSet<>();
    for (TicketId id : scene) {
      checkHistory(where, ticket(id));
      for (Comment comment : store.commentQueries().list(id, CommentAccess.ALL, ALL).items()) {
        assertThat(found.add(comment.body().value())).as(where).isTrue();
        assertThat(goesOnIn(said.get(comment.body().value()))).as(where).isEqualTo(id);
      }
    }
    assertThat(found).as(where).isEqualTo(said.keySet());
  }

  /** Where the talk about a ticket is by now. */
  private TicketId goesOnIn(TicketId id) {
    return ticket(id).mergedInto().map(this::goesOnIn).orElse(id);
  }

  private void checkHistory(String where, Ticket ticket) {
    List<HistoryEntry> all =
        store.historyQueries().list(ticket.id(), CommentAccess.ALL, ALL).items();
    long versions =
        store.historyQueries().list(ticket.id(), CommentAccess.PUBLIC, ALL).items().stream()
            .filter(entry -> !UNVERSIONED.contains(entry.action()))
            .count();
    assertThat(ticket.version().number()).as(where).isEqualTo(1 + versions);
    for (int n = 1; n < all.size(); n++) {
      assertThat(all.get(n).at()).as(where).isAfterOrEqualTo(all.get(n - 1).at());
    }
    FieldValue assignee = new FieldValue.Nothing();
    for (HistoryEntry entry : all) {
      for (var change : entry.changes()) {
        if (change.field().equals("assignee_id")) {
          assertThat(change.from()).as(where).isEqualTo(assignee);
          assignee = change.to();
        }
      }
    }
    assertThat(FieldValue.ofUser(ticket.details().assigneeId())).as(where).isEqualTo(assignee);
    if (ticket.mergedInto().isPresent()) {
      assertThat(all.getLast().action()).as(where).isEqualTo(TicketAction.MERGED);
    }
  }

  private Ticket ticket(TicketId id) {
    return store.ticketQueries().find(id).orElseThrow();
  }
}
