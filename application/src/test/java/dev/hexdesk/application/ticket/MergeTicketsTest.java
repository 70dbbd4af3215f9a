package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.ticket.MergeTickets.Command;
import dev.hexdesk.application.ticket.MergeTickets.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTicketsTest {
  private static final TicketId NONE = new TicketId(999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final TicketId source = ticket(iryna);
  private final TicketId target = ticket(iryna);

  @Test
  void movesTheTalkClosesTheSourceAndTellsBothHistories() {
    comment(source, Visibility.PUBLIC);
    comment(source, Visibility.INTERNAL);
    List<Comment> said = comments(source);

    assertThat(merge(source, target)).isEqualTo(new Result.Merged(stored(target)));

    assertThat(comments(source)).isEmpty();
    assertThat(comments(target)).extracting(Comment::id).isEqualTo(ids(said));
    assertThat(comments(target))
        .extracting(Comment::visibility)
        .containsExactly(Visibility.PUBLIC, Visibility.INTERNAL);
    assertThat(stored(source).mergedInto()).contains(target);
    assertThat(stored(source).details().status()).isEqualTo(TicketStatus.CLOSED);
    assertThat(stored(target).version()).isEqualTo(new Version(2));
    assertThat(stored(target).milestones().firstRespondedAt()).contains(TestUseCases.NOW);
    assertThat(actions(source))
        .containsExactly(
            TicketAction.COMMENT_ADDED, TicketAction.COMMENT_ADDED, TicketAction.MERGED);
    assertThat(actions(target)).containsExactly(TicketAction.MERGED_FROM);
  }

  @Test
  void lastsForTheSource() {
    merge(source, target);
    Ticket merged = stored(source);

    assertThat(merge(source, target)).isEqualTo(new Result.AlreadyMerged(target));
    assertThat(merge(source, NONE)).isEqualTo(new Result.AlreadyMerged(target));
    assertThat(comment(source, Visibility.PUBLIC)).isEqualTo(new AddComment.Result.Merged(target));
    assertThat(desk.tickets.delete(new DeleteTicket.Command(support, source, Precondition.NONE)))
        .isEqualTo(new DeleteTicket.Result.Merged(target));
    assertThat(stored(source)).isEqualTo(merged);
  }

  @Test
  void keepsTheTargetForTheSource() {
    merge(source, target);

    assertThat(desk.tickets.delete(new DeleteTicket.Command(support, target, Precondition.NONE)))
        .isEqualTo(new DeleteTicket.Result.InUse());

    assertThat(stored(source).mergedInto()).contains(target);
    assertThat(actions(target)).containsExactly(TicketAction.MERGED_FROM);
  }

  @Test
  void goesRoundInNoCircleAndMixesNobodysTickets() {
    TicketId ofAnother = ticket(desk.given.employee(anEmployee().called("Taras", "Bulba")));

    assertThat(merge(source, source)).isEqualTo(new Result.IntoItself());
    assertThat(merge(source, ofAnother)).isEqualTo(new Result.OtherEmployee());
    merge(source, target);
    assertThat(merge(target, source)).isEqualTo(new Result.IntoMerged(target));
    assertThat(stored(target).mergedInto()).isEmpty();
  }

  @Test
  void doesNotKnowEveryTicket() {
    assertThat(merge(NONE, target)).isEqualTo(new Result.Refused(new Refusal.Unknown()));
    assertThat(merge(source, NONE)).isEqualTo(new Result.UnknownTarget());
  }

  @Test
  void holdsThePrecondition() {
    assertThat(
            desk.merges.merge(
                new Command(support, source, present -> false, target, MergeRule.SAME_EMPLOYEE)))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(
            desk.merges.merge(
                new Command(
                    support, source, Version.FIRST::equals, target, MergeRule.SAME_EMPLOYEE)))
        .isInstanceOf(Result.Merged.class);
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhatExists() {
    for (TicketId id : new TicketId[] {source, NONE}) {
      assertThat(
              desk.merges.merge(
                  new Command(
                      desk.somebody(), id, Precondition.NONE, target, MergeRule.SAME_EMPLOYEE)))
          .isEqualTo(
              new Result.Refused(
                  new Refusal.Denied(new MissingPermission(Permission.TICKET_UPDATE))));
      assertThat(
              desk.merges.merge(
                  new Command(
                      disabled(support), id, Precondition.NONE, target, MergeRule.SAME_EMPLOYEE)))
          .isEqualTo(new Result.Refused(new Refusal.Denied(new UserDisabled())));
    }
    assertThat(stored(source).mergedInto()).isEmpty();
  }

  private TicketId ticket(Employee employee) {
    return desk.given.ticket(aTicket().forEmployee(employee).ownedBy(support.id())).id();
  }

  private Result merge(TicketId from, TicketId into) {
    return desk.merges.merge(
        new Command(support, from, Precondition.NONE, into, MergeRule.SAME_EMPLOYEE));
  }

  private AddComment.Result comment(TicketId ticket, Visibility visibility) {
    return desk.comments.add(
        new AddComment.Command(
            support, ticket, Precondition.NONE, new CommentBody("It burns"), visibility));
  }

  private List<Comment> comments(TicketId ticket) {
    return desk.department
        .commentQueries()
        .list(ticket, CommentAccess.ALL, PageSelection.first(9))
        .items();
  }

  private static List<?> ids(List<Comment> comments) {
    return comments.stream().map(Comment::id).toList();
  }

  private List<TicketAction> actions(TicketId ticket) {
    return desk
        .department
        .historyQueries()
        .list(ticket, CommentAccess.ALL, PageSelection.first(9))
        .items()
        .stream()
        .map(HistoryEntry::action)
        .toList();
  }

  private Ticket stored(TicketId ticket) {
    return desk.department.tickets().findForUpdate(ticket).orElseThrow();
  }
}
