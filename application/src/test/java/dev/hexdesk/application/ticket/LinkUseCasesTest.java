package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.Found;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkUseCasesTest {
  private static final TicketId NONE = new TicketId(9999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final TicketId fire = ticket("Fire");
  private final TicketId smoke = ticket("Smoke");

  @Test
  void linksTicketsAndTellsBothHistories() {
    Ticket before = desk.department.tickets().findForUpdate(fire).orElseThrow();

    assertThat(link(fire, smoke, LinkRole.BLOCKS))
        .isEqualTo(
            new LinkTickets.Result.Linked(
                new LinkView(smoke, LinkRole.BLOCKS, "Smoke", TicketStatus.NEW, TestUseCases.NOW),
                true));

    assertThat(shown(smoke))
        .containsExactly(
            new LinkView(fire, LinkRole.BLOCKED_BY, "Fire", TicketStatus.NEW, TestUseCases.NOW));
    assertThat(desk.department.tickets().findForUpdate(fire)).contains(before);
    assertThat(history(smoke).getLast().action()).isEqualTo(TicketAction.LINKED);
    assertThat(history(smoke).getLast().changes())
        .containsExactly(
            new FieldChange("ticket_id", new FieldValue.Nothing(), FieldValue.of(fire.value())),
            new FieldChange("type", new FieldValue.Nothing(), FieldValue.of("blocked_by")));
    assertThat(history(fire).getLast().changes())
        .contains(new FieldChange("type", new FieldValue.Nothing(), FieldValue.of("blocks")));
  }

  @Test
  void sayingItAgainChangesNothing() {
    LinkTickets.Result first = link(fire, smoke, LinkRole.DUPLICATES);
    LinkView link = ((LinkTickets.Result.Linked) first).link();

    assertThat(link(fire, smoke, LinkRole.DUPLICATES))
        .isEqualTo(new LinkTickets.Result.Linked(link, false));
    assertThat(history(fire)).hasSize(1);
  }

  @Test
  void aLinkBecomesAnotherAndNeverASecondOne() {
    link(fire, smoke, LinkRole.BLOCKS);

    assertThat(link(smoke, fire, LinkRole.BLOCKS))
        .isInstanceOfSatisfying(
            LinkTickets.Result.Linked.class, linked -> assertThat(linked.added()).isFalse());

    assertThat(shown(fire)).extracting(LinkView::role).containsExactly(LinkRole.BLOCKED_BY);
    assertThat(history(fire).getLast().changes())
        .contains(new FieldChange("type", FieldValue.of("blocks"), FieldValue.of("blocked_by")));
  }

  @Test
  void partsTicketsAndTellsItOnce() {
    link(fire, smoke, LinkRole.RELATED);

    assertThat(unlink(smoke, fire)).isEqualTo(new UnlinkTickets.Result.Unlinked());
    assertThat(unlink(smoke, fire)).isEqualTo(new UnlinkTickets.Result.Unlinked());

    assertThat(shown(fire)).isEmpty();
    assertThat(history(fire))
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.LINKED, TicketAction.UNLINKED);
    assertThat(history(fire).getLast().changes())
        .contains(new FieldChange("type", FieldValue.of("related"), new FieldValue.Nothing()));
  }

  @Test
  void linksNothingWithItselfNorWithWhatIsNotThere() {
    assertThat(link(fire, fire, LinkRole.RELATED)).isEqualTo(new LinkTickets.Result.ToItself());
    assertThat(link(fire, NONE, LinkRole.RELATED)).isEqualTo(new LinkTickets.Result.Unknown());
    assertThat(link(NONE, fire, LinkRole.RELATED)).isEqualTo(new LinkTickets.Result.Unknown());
    assertThat(unlink(fire, NONE)).isEqualTo(new UnlinkTickets.Result.Unknown());
    assertThat(unlink(fire, fire)).isEqualTo(new UnlinkTickets.Result.Unlinked());
    assertThat(desk.linkReads.show(new ShowLinks.Query(support, NONE)))
        .isEqualTo(new ReadResult.Unknown<>());
  }

  @Test
  void leavesMergedTicketsAsTheyAre() {
    TicketId target = ticket("Ash");
    link(fire, smoke, LinkRole.RELATED);
    desk.merges.merge(
        new MergeTickets.Command(
            support, fire, Precondition.NONE, target, MergeRule.SAME_EMPLOYEE));

    assertThat(link(fire, target, LinkRole.BLOCKS))
        .isEqualTo(new LinkTickets.Result.Merged(target));
    assertThat(link(target, fire, LinkRole.BLOCKS))
        .isEqualTo(new LinkTickets.Result.Merged(target));
    assertThat(unlink(smoke, fire)).isEqualTo(new UnlinkTickets.Result.Merged(target));
    assertThat(shown(fire)).hasSize(1);
  }

  @Test
  void linksATicketWithAHundredOthersAndNoMore() {
    for (int n = 0; n < LinkRole.MOST; n++) {
      assertThat(link(fire, ticket("Other"), LinkRole.RELATED))
          .isInstanceOf(LinkTickets.Result.Linked.class);
    }

    assertThat(link(fire, smoke, LinkRole.RELATED)).isEqualTo(new LinkTickets.Result.TooMany(fire));
    assertThat(link(smoke, fire, LinkRole.RELATED)).isEqualTo(new LinkTickets.Result.TooMany(fire));
    TicketId linked = shown(fire).getFirst().other();
    assertThat(link(fire, linked, LinkRole.BLOCKS)).isInstanceOf(LinkTickets.Result.Linked.class);
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhatExists() {
    Actor reader = narrowed(support, Scope.TICKETS_READ);
    for (TicketId id : new TicketId[] {fire, NONE}) {
      assertThat(desk.links.link(new LinkTickets.Command(reader, id, smoke, LinkRole.RELATED)))
          .isEqualTo(
              new LinkTickets.Result.Denied(
                  new MissingScope(Permission.TICKET_UPDATE, Scope.TICKETS_WRITE)));
      assertThat(desk.links.unlink(new UnlinkTickets.Command(disabled(support), id, smoke)))
          .isEqualTo(new UnlinkTickets.Result.Denied(new UserDisabled()));
      assertThat(desk.linkReads.show(new ShowLinks.Query(desk.somebody(), id)))
          .isEqualTo(new ReadResult.Denied<>(new MissingPermission(Permission.TICKET_READ)));
    }
  }

  private TicketId ticket(String title) {
    return desk.given.ticket(aTicket().titled(title).forEmployee(iryna).ownedBy(support.id())).id();
  }

  private LinkTickets.Result link(TicketId ticket, TicketId other, LinkRole role) {
    return desk.links.link(new LinkTickets.Command(support, ticket, other, role));
  }

  private UnlinkTickets.Result unlink(TicketId ticket, TicketId other) {
    return desk.links.unlink(new UnlinkTickets.Command(support, ticket, other));
  }

  private List<LinkView> shown(TicketId ticket) {
    return Found.in(desk.linkReads.show(new ShowLinks.Query(support, ticket)));
  }

  private List<HistoryEntry> history(TicketId ticket) {
    return desk.department
        .historyQueries()
        .list(ticket, CommentAccess.ALL, PageSelection.first(100))
        .items();
  }
}
