package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Found;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketHistoryTest {
  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Actor admin = desk.somebody(Role.ADMIN);
  private final TicketBuilder printer =
      aTicket().forEmployee(desk.given.employee(anEmployee())).ownedBy(support.id());
  private final TicketId id =
      switch (desk.tickets.create(new CreateTicket.Command(support, printer.details()))) {
        case CreateTicket.Result.Created(Ticket ticket) -> ticket.id();
        case CreateTicket.Result other -> throw new AssertionError(other);
      };

  @Test
  void tellsALife() {
    change(printer.titled("Ash"));
    change(printer);
    desk.tickets.delete(new DeleteTicket.Command(admin, id, Precondition.NONE));

    List<HistoryEntry> life = listed(admin);

    assertThat(life)
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.CREATED, TicketAction.UPDATED, TicketAction.DELETED);
    assertThat(life)
        .extracting(HistoryEntry::actorId)
        .containsExactly(support.id(), support.id(), admin.id());
    assertThat(life.get(1).changes())
        .containsExactly(
            new FieldChange("title", FieldValue.of("Printer on fire"), FieldValue.of("Ash")));
    assertThat(life.getLast().changes())
        .contains(new FieldChange("title", FieldValue.of("Ash"), new FieldValue.Nothing()));
  }

  @Test
  void isForAdministratorsAloneOnceTheTicketIsGone() {
    assertThat(listed(support)).hasSize(1);
    desk.tickets.delete(new DeleteTicket.Command(support, id, Precondition.NONE));

    assertThat(show(support, id)).isEqualTo(new ReadResult.Unknown<>());
    assertThat(listed(admin)).hasSize(2);
    assertThat(show(admin, new TicketId(999))).isEqualTo(new ReadResult.Unknown<>());
  }

  @Test
  void keepsWhatIsInternalFromWhoMayNotReadThat() {
    desk.department
        .history()
        .record(
            new TicketEvent(
                id, support.id(), TestUseCases.NOW, TicketAction.COMMENT_ADDED, true, List.of()));

    assertThat(listed(support)).hasSize(2);
    assertThat(listed(narrowed(support, Scope.TICKETS_READ))).hasSize(1);
  }

  @Test
  void keepsCommentsFromWhoMayNotReadThem() {
    for (TicketAction action : TicketAction.values()) {
      record(action, false);
    }
    record(TicketAction.COMMENT_CHANGED, true);

    assertThat(regranted(Permission.TICKET_READ))
        .doesNotContain(
            TicketAction.COMMENT_ADDED, TicketAction.COMMENT_CHANGED, TicketAction.COMMENT_DELETED)
        .hasSize(1 + TicketAction.values().length - 3);
    assertThat(regranted(Permission.TICKET_READ, Permission.COMMENT_READ_INTERNAL))
        .isEqualTo(regranted(Permission.TICKET_READ));
    assertThat(regranted(Permission.TICKET_READ, Permission.COMMENT_READ))
        .hasSize(1 + TicketAction.values().length);
    assertThat(
            regranted(
                Permission.TICKET_READ, Permission.COMMENT_READ, Permission.COMMENT_READ_INTERNAL))
        .hasSize(2 + TicketAction.values().length);
  }

  private void record(TicketAction action, boolean internal) {
    desk.department
        .history()
        .record(new TicketEvent(id, support.id(), TestUseCases.NOW, action, internal, List.of()));
  }

  /** What somebody of the support sees whom the configuration grants that and nothing else. */
  private List<TicketAction> regranted(Permission... permissions) {
    TicketHistoryService service =
        new TicketHistoryService(
            desk.department.ticketQueries(),
            desk.department.historyQueries(),
            new RolePolicy(Map.of(Role.SUPPORT, Set.of(permissions))));
    ShowTicketHistory.Query query =
        new ShowTicketHistory.Query(support, id, PageSelection.first(99));
    return Found.in(service.show(query)).items().stream().map(HistoryEntry::action).toList();
  }

  @Test
  void isClosedToWhoMayNotReadTickets() {
    Actor nobody = desk.somebody();
    MissingPermission missing = new MissingPermission(Permission.TICKET_READ);

    assertThat(show(nobody, id)).isEqualTo(new ReadResult.Denied<>(missing));
    assertThat(desk.ticketReads.listTags(new ListTags.Query(nobody, PageSelection.first(9))))
        .isEqualTo(new AccessResult.Denied<>(missing));
    assertThat(desk.ticketReads.listTags(new ListTags.Query(support, PageSelection.first(9))))
        .isInstanceOf(AccessResult.Granted.class);
  }

  @Test
  void aMergedTicketIsNotDeleted() {
    TicketBuilder merged = printer.mergedInto(7).withId(id.value()).withVersion(2);
    desk.department.tickets().update(merged.build());

    assertThat(desk.tickets.delete(new DeleteTicket.Command(admin, id, Precondition.NONE)))
        .isEqualTo(new DeleteTicket.Result.Merged(new TicketId(7)));
  }

  private void change(TicketBuilder wanted) {
    assertThat(
            desk.tickets.change(
                new ChangeTicket.Command(
                    support, id, Precondition.NONE, TicketChanges.to(wanted.details()))))
        .isInstanceOf(ChangeTicket.Result.Changed.class);
  }

  private ReadResult<Page<HistoryEntry>> show(Actor actor, TicketId ticket) {
    return desk.ticketHistory.show(
        new ShowTicketHistory.Query(actor, ticket, PageSelection.first(99)));
  }

  private List<HistoryEntry> listed(Actor actor) {
    return Found.in(show(actor, id)).items();
  }
}
