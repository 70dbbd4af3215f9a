package dev.hexdesk.application.transfer;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.TicketImportRules.Decision;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a ticket that a row tells of, whatever the store. */
class TicketImportRulesTest {
  private static final Instant EARLIER = NOON.minusSeconds(600);
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final UserId BY = new UserId(9);
  private static final EmployeeId ZOE = new EmployeeId(1);
  private static final Optional<Instant> NEVER = Optional.empty();
  private static final MatchedTicket.Assignee BOB =
      new MatchedTicket.Assignee(new UserId(5), Set.of(Role.SUPPORT), false);

  private final TicketImportRules rules = new TicketImportRules(TestRules.rolePolicy());
  private final TicketRowParser parser = new TicketRowParser(TestRules.ticketRules());
  private Map<String, String> row = row();
  private Optional<Ticket> present = Optional.empty();
  private boolean ofErased;
  private Optional<MatchedTicket.Employee> employee =
      Optional.of(new MatchedTicket.Employee(ZOE, false));
  private Optional<MatchedTicket.Assignee> assignee = Optional.empty();
  private boolean ownerExists = true;
  private boolean historic = true;

  /** What a row must say, and what else is told: columns and values in turns. */
  private static Map<String, String> row(String... cells) {
    Map<String, String> row = new HashMap<>();
    row.put("title", "Printer on fire");
    row.put("description", "It burns.\nBlue smoke, too.");
    row.put("employee_id", "1");
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  private Decision decide() {
    ImportedTicket parsed =
        Objects.requireNonNull(
            parser.read(ImportRecord.ofTexts(2, row), LATER, new ImportErrors()));
    return rules.decide(
        new MatchedTicket(parsed, present, ofErased, employee, assignee, ownerExists),
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
    row = row("external_id", "OLD-1");
    assertThat(added().externalId()).contains(new ExternalId("OLD-1"));
  }

  @Test
  void aNewTicketIsAsOldAsWhatIsToldOfIt() {
    row =
        row(
            "status", "closed",
            "first_responded_at", EARLIER.toString(),
            "closed_at", NOON.toString());

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
    row = row("assignee", "", "tags", "", "due_at", "");
    assertThat(((Decision.Change) decide()).ticket().details())
        .isEqualTo(
            aTicket()
                .withStatus(TicketStatus.RESOLVED)
                .withPriority(Priority.URGENT)
                .unassigned()
                .details());
    row = row("assignee_id", "");
    assertThat(((Decision.Change) decide()).changes())
        .extracting(change -> change.field())
        .containsExactly("assignee_id");
  }

  @Test
  void aMergedTicketIsLeftAsItIs() {
    present = Optional.of(aTicket().mergedInto(4).build());
    assertThat(decide()).isEqualTo(new Decision.Leave());
    row = row("status", "open");
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
    row = row("assignee_id", "5");
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
    row = row("owner_id", "5");
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
    String earlier = EARLIER.toString();
    row =
        row(
            "created_at", earlier,
            "updated_at", earlier,
            "first_responded_at", earlier,
            "resolved_at", earlier,
            "closed_at", earlier);
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
    String noon = NOON.toString();
    row = row("created_at", noon, "updated_at", noon, "resolved_at", noon, "closed_at", noon);
    historic = false;
    assertThat(decide()).isEqualTo(new Decision.Leave());
  }

  @Test
  void momentsAreInOrderWithWhatStaysAsItIs() {
    present = Optional.of(aTicket().withStatus(TicketStatus.RESOLVED).build());
    String earlier = EARLIER.toString();
    row = row("status", "closed", "closed_at", earlier);
    assertThat(refusals()).containsExactly("closed_at order");
    row = row("status", "closed", "updated_at", earlier, "first_responded_at", earlier);
    assertThat(refusals()).containsExactly("updated_at order", "first_responded_at order");
    row = row("status", "closed", "resolved_at", earlier);
    assertThat(refusals()).containsExactly("resolved_at order");
    row = row("status", "closed", "created_at", earlier, "resolved_at", earlier);
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
    row = row("tags", "vip", "external_id", "OLD-1");
    assertThat(decide()).isInstanceOf(Decision.Change.class);
  }
}
