package dev.hexdesk.application.transfer;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportedTicket.Moments;
import dev.hexdesk.application.transfer.TicketImportRules.Decision;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket that a row tells of, whatever the store. */
class TicketImportRulesTest {
  private static final Instant EARLIER = NOON.minusSeconds(600);
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final UserId BY = new UserId(9);
  private static final EmployeeId ZOE = new EmployeeId(1);
  private static final Optional<Instant> NEVER = Optional.empty();
  private static final Moments NO_MOMENTS = new Moments(NEVER, NEVER, NEVER, NEVER, NEVER);
  private static final MatchedTicket.Assignee BOB =
      new MatchedTicket.Assignee(new UserId(5), Set.of(Role.SUPPORT), false);

  private final TicketImportRules rules = new TicketImportRules(TestRules.rolePolicy());
  private Set<String> given = Set.of("title", "description", "employee_id");
  private Optional<TicketStatus> status = Optional.empty();
  private OptionalLong owner = OptionalLong.empty();
  private Optional<ImportedTicket.Assignee> named = Optional.empty();
  private Moments moments = NO_MOMENTS;
  private Optional<Ticket> present = Optional.empty();
  private boolean ofErased;
  private Optional<MatchedTicket.Employee> employee =
      Optional.of(new MatchedTicket.Employee(ZOE, false));
  private Optional<MatchedTicket.Assignee> assignee = Optional.empty();
  private boolean ownerExists = true;
  private boolean historic = true;

  private Decision decide() {
    ImportedTicket row =
        new ImportedTicket(
            2,
            given,
            OptionalLong.empty(),
            Optional.of(new ExternalId("OLD-1")),
            new Title("Printer on fire"),
            new Description("It burns.\nBlue smoke, too."),
            status,
            Optional.empty(),
            new ImportedTicket.Employee.ById(ZOE.value()),
            owner,
            named,
            Set.of(),
            NEVER,
            moments);
    return rules.decide(
        new MatchedTicket(row, present, ofErased, employee, assignee, ownerExists),
        new ImportOptions(BY, LATER, historic, true));
  }

  private List<String> refusals() {
    return decide() instanceof Decision.Refuse(var violations)
        ? violations.stream().map(it -> it.field() + " " + it.code()).toList()
        : List.of();
  }

  private TicketRecord added() {
    return ((Decision.Add) decide()).ticket();
  }

  @Test
  void aNewTicketBeginsAsOneThatIsMadeHere() {
    assertThat(decide())
        .isEqualTo(
            new Decision.Add(
                new TicketRecord(aTicket().details(), BY, Milestones.NONE, Optional.empty(), LATER),
                LATER));
    given = Set.of("external_id");
    assertThat(added().externalId()).contains(new ExternalId("OLD-1"));
  }

  @Test
  void aNewTicketIsAsOldAsWhatIsToldOfIt() {
    status = Optional.of(TicketStatus.CLOSED);
    moments = new Moments(NEVER, NEVER, Optional.of(EARLIER), NEVER, Optional.of(NOON));

    assertThat(added().createdAt()).isEqualTo(EARLIER);
    assertThat(((Decision.Add) decide()).updatedAt()).isEqualTo(NOON);
    assertThat(added().milestones())
        .isEqualTo(new Milestones(Optional.of(EARLIER), Optional.of(NOON), Optional.of(NOON)));
  }

  @Test
  void whatTheRowDoesNotSayStaysAsItIs() {
    present =
        Optional.of(
            aTicket()
                .withStatus(TicketStatus.RESOLVED)
                .withPriority(Priority.URGENT)
                .assignedTo(BOB.id())
                .tagged("vip")
                .dueAt(LATER)
                .build());

    assertThat(decide()).isEqualTo(new Decision.Leave());
    given = Set.of("assignee", "tags", "due_at");
    assertThat(((Decision.Change) decide()).ticket().details())
        .isEqualTo(
            aTicket()
                .withStatus(TicketStatus.RESOLVED)
                .withPriority(Priority.URGENT)
                .unassigned()
                .details());
    given = Set.of("assignee_id");
    assertThat(((Decision.Change) decide()).changes())
        .extracting(change -> change.field())
        .containsExactly("assignee_id");
  }

  @Test
  void aMergedTicketIsLeftAsItIs() {
    present = Optional.of(aTicket().mergedInto(4).build());
    assertThat(decide()).isEqualTo(new Decision.Leave());
    status = Optional.of(TicketStatus.OPEN);
    assertThat(refusals()).containsExactly("id merged");
  }

  @Test
  void theEmployeeMustBeThereAndNotErased() {
    employee = Optional.empty();
    assertThat(refusals()).containsExactly("employee_id unknown");
    employee = Optional.of(new MatchedTicket.Employee(ZOE, true));
    assertThat(refusals()).containsExactly("employee_id erased");
    present = Optional.of(aTicket().forEmployee(ZOE).build());
    ofErased = true;
    assertThat(decide()).isEqualTo(new Decision.Leave());
    present = Optional.of(aTicket().titled("[erased]").describedAs("[erased]").build());
    assertThat(refusals()).containsExactly("title erased", "description erased");
  }

  @Test
  void theAssigneeMustBeFitForWorkUnlessTheyHaveItAlready() {
    given = Set.of("assignee");
    named = Optional.of(new ImportedTicket.Assignee.ById(BOB.id().value()));
    assertThat(refusals()).containsExactly("assignee_id unsuitable");
    assignee = Optional.of(BOB);
    assertThat(added().details().assigneeId()).contains(BOB.id());
    assignee = Optional.of(new MatchedTicket.Assignee(BOB.id(), Set.of(Role.SUPPORT), true));
    assertThat(refusals()).containsExactly("assignee_id unsuitable");
    assignee = Optional.of(new MatchedTicket.Assignee(BOB.id(), Set.of(), false));
    assertThat(refusals()).containsExactly("assignee_id unsuitable");
    present = Optional.of(aTicket().assignedTo(BOB.id()).build());
    assertThat(decide()).isEqualTo(new Decision.Leave());
  }

  @Test
  void onlyAdministratorsGiveTicketsAnotherOwner() {
    owner = OptionalLong.of(5);
    assertThat(added().ownerId()).isEqualTo(new UserId(5));
    ownerExists = false;
    assertThat(refusals()).containsExactly("owner_id unknown");
    ownerExists = true;
    historic = false;
    assertThat(refusals()).containsExactly("owner_id reserved");
    present = Optional.of(aTicket().ownedBy(new UserId(5)).build());
    assertThat(decide()).isEqualTo(new Decision.Leave());
  }

  @Test
  void onlyAdministratorsTellOfThePast() {
    moments =
        new Moments(
            Optional.of(EARLIER),
            Optional.of(EARLIER),
            Optional.of(EARLIER),
            Optional.of(EARLIER),
            Optional.of(EARLIER));
    historic = false;
    assertThat(refusals())
        .containsExactly(
            "created_at reserved",
            "updated_at reserved",
            "first_responded_at reserved",
            "resolved_at reserved",
            "closed_at reserved");
  }

  @Test
  void whoTellsThePastAsItIsMay() {
    present = Optional.of(aTicket().withStatus(TicketStatus.CLOSED).build());
    moments =
        new Moments(
            Optional.of(NOON), Optional.of(NOON), NEVER, Optional.of(NOON), Optional.of(NOON));
    historic = false;
    assertThat(decide()).isEqualTo(new Decision.Leave());
  }

  @Test
  void momentsAreInOrderWithWhatStaysAsItIs() {
    present = Optional.of(aTicket().withStatus(TicketStatus.RESOLVED).build());
    status = Optional.of(TicketStatus.CLOSED);
    moments = new Moments(NEVER, NEVER, NEVER, NEVER, Optional.of(EARLIER));
    assertThat(refusals()).containsExactly("closed_at order");
    moments = new Moments(NEVER, Optional.of(EARLIER), Optional.of(EARLIER), NEVER, NEVER);
    assertThat(refusals()).containsExactly("updated_at order", "first_responded_at order");
    moments = new Moments(NEVER, NEVER, NEVER, Optional.of(EARLIER), NEVER);
    assertThat(refusals()).containsExactly("resolved_at order");
    moments = new Moments(Optional.of(EARLIER), NEVER, NEVER, Optional.of(EARLIER), NEVER);
    assertThat(decide()).isInstanceOf(Decision.Change.class);
  }

  @Test
  void whatWasOutOfOrderAlreadyIsNotTheRowsFault() {
    Ticket odd =
        new TicketRecord(
                aTicket().withStatus(TicketStatus.RESOLVED).details(),
                BY,
                new Milestones(NEVER, Optional.of(EARLIER), NEVER),
                Optional.empty(),
                NOON)
            .numbered(aTicket().build().id(), NOON);
    present = Optional.of(odd);
    given = Set.of("tags", "external_id");
    assertThat(decide()).isInstanceOf(Decision.Change.class);
  }
}
