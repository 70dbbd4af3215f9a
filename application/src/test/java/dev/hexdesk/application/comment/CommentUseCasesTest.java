package dev.hexdesk.application.comment;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.Found;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentUseCasesTest {
  private static final TicketId NO_TICKET = new TicketId(999);
  private static final CommentBody LESS = new CommentBody("It smokes");

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Actor admin = desk.somebody(Role.ADMIN);
  private final Actor openReader = narrowed(support, Scope.TICKETS_READ, Scope.TICKETS_WRITE);
  private final Ticket ticket =
      desk.given.ticket(
          aTicket().forEmployee(desk.given.employee(anEmployee())).ownedBy(support.id()));

  @Test
  void aPublicCommentIsTheFirstResponse() {
    Comment comment = added(support, Visibility.PUBLIC);

    assertThat(stored().milestones().firstRespondedAt()).contains(TestUseCases.NOW);
    assertThat(stored().updatedAt()).isEqualTo(TestUseCases.NOW);
    assertThat(stored().version()).isEqualTo(new Version(2));
    HistoryEntry entry = history().getLast();
    assertThat(entry.action()).isEqualTo(TicketAction.COMMENT_ADDED);
    assertThat(entry.actorId()).isEqualTo(support.id());
    assertThat(entry.changes())
        .containsExactly(
            new FieldChange(
                "comment_id", new FieldValue.Nothing(), FieldValue.of(comment.id().value())),
            new FieldChange("visibility", new FieldValue.Nothing(), FieldValue.of("public")));
  }

  @Test
  void anInternalCommentLeavesNoTraceForOthers() {
    Comment comment = added(support, Visibility.INTERNAL);

    assertThat(stored()).isEqualTo(ticket);
    assertThat(show(openReader, comment.id())).isEqualTo(new ReadResult.Unknown<>());
    assertThat(show(support, comment.id())).isEqualTo(new ReadResult.Found<>(comment));
    assertThat(listed(openReader)).isEmpty();
    assertThat(listed(support)).containsExactly(comment);
    assertThat(history()).hasSize(1);
    assertThat(
            desk.department.historyQueries().list(ticket.id(), CommentAccess.PUBLIC, all()).items())
        .isEmpty();
    assertThat(change(openReader, comment))
        .isEqualTo(new ChangeComment.Result.Refused(new Refusal.Unknown()));
    assertThat(
            desk.comments.delete(
                new DeleteComment.Command(
                    narrowed(admin, Scope.TICKETS_WRITE),
                    ticket.id(),
                    comment.id(),
                    Precondition.NONE)))
        .isEqualTo(new DeleteComment.Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void nobodyWritesWhatTheyCouldNotRead() {
    assertThat(add(openReader, ticket.id(), Visibility.INTERNAL))
        .isEqualTo(
            new AddComment.Result.Denied(
                new MissingScope(Permission.COMMENT_READ_INTERNAL, Scope.COMMENTS_INTERNAL)));
    assertThat(add(openReader, ticket.id(), Visibility.PUBLIC))
        .isInstanceOf(AddComment.Result.Added.class);
  }

  @Test
  void refusesToCommentOnNothingOnWhatWasMergedAndWhatHasMovedOn() {
    assertThat(add(support, NO_TICKET, Visibility.PUBLIC))
        .isEqualTo(new AddComment.Result.UnknownTicket());
    assertThat(
            desk.comments.add(
                new AddComment.Command(
                    support, ticket.id(), present -> false, LESS, Visibility.PUBLIC)))
        .isEqualTo(new AddComment.Result.PreconditionFailed());

    TicketId target = merge();

    assertThat(add(support, ticket.id(), Visibility.PUBLIC))
        .isEqualTo(new AddComment.Result.Merged(target));
  }

  @Test
  void noticesWhenTheCallerIsGone() {
    Actor leaving = desk.somebody(Role.SUPPORT);
    desk.meanwhile(() -> desk.department.users().delete(leaving.id()));

    assertThat(add(leaving, ticket.id(), Visibility.PUBLIC))
        .isEqualTo(new AddComment.Result.CallerGone());
    assertThat(stored()).isEqualTo(ticket);
  }

  @Test
  void anAuthorCorrectsACommentForAWhile() {
    Comment comment = added(support, Visibility.PUBLIC);
    desk.letPass(Duration.ofMinutes(15));

    assertThat(change(support, comment)).isInstanceOf(ChangeComment.Result.Changed.class);
    assertThat(listed(support)).extracting(Comment::body).containsExactly(LESS);
    assertThat(history().getLast().changes())
        .contains(new FieldChange("body", FieldValue.of("It burns"), FieldValue.of("It smokes")));

    desk.letPass(Duration.ofSeconds(1));

    assertThat(change(support, comment))
        .isEqualTo(new ChangeComment.Result.TooLate(Duration.ofMinutes(15)));
  }

  @Test
  void aCorrectionThatChangesNothingIsNoEvent() {
    Comment comment = added(support, Visibility.PUBLIC);

    assertThat(
            desk.comments.change(
                new ChangeComment.Command(
                    support, ticket.id(), comment.id(), Precondition.NONE, Change.keep())))
        .isEqualTo(new ChangeComment.Result.Changed(comment));
    assertThat(history()).hasSize(1);
  }

  @Test
  void refusesCorrectionsByOthersOfWhatIsGoneOrHasMovedOn() {
    Comment comment = added(support, Visibility.PUBLIC);

    assertThat(change(admin, comment)).isEqualTo(new ChangeComment.Result.NotTheAuthor());
    assertThat(
            desk.comments.change(
                new ChangeComment.Command(
                    support, ticket.id(), comment.id(), present -> false, Change.to(LESS))))
        .isEqualTo(new ChangeComment.Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(
            desk.comments.change(
                new ChangeComment.Command(
                    support, NO_TICKET, comment.id(), Precondition.NONE, Change.to(LESS))))
        .isEqualTo(new ChangeComment.Result.Refused(new Refusal.Unknown()));

    TicketId target = merge();

    assertThat(change(support, comment)).isEqualTo(new ChangeComment.Result.Merged(target));
    assertThat(delete(admin, comment)).isEqualTo(new DeleteComment.Result.Merged(target));
  }

  @Test
  void anAdministratorDeletesACommentAndHistoryKeepsIt() {
    Comment comment = added(support, Visibility.PUBLIC);

    assertThat(
            desk.comments.delete(
                new DeleteComment.Command(admin, ticket.id(), comment.id(), present -> false)))
        .isEqualTo(new DeleteComment.Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(delete(support, comment))
        .isEqualTo(
            new DeleteComment.Result.Refused(
                new Refusal.Denied(new MissingPermission(Permission.COMMENT_DELETE))));
    assertThat(delete(admin, comment)).isEqualTo(new DeleteComment.Result.Deleted());
    assertThat(delete(admin, comment))
        .isEqualTo(new DeleteComment.Result.Refused(new Refusal.Unknown()));
    assertThat(listed(support)).isEmpty();
    HistoryEntry entry = history().getLast();
    assertThat(entry.action()).isEqualTo(TicketAction.COMMENT_DELETED);
    assertThat(entry.changes())
        .contains(new FieldChange("body", FieldValue.of("It burns"), new FieldValue.Nothing()));
  }

  @Test
  void whoeverIsGrantedItDeletesComments() {
    Comment comment = added(support, Visibility.PUBLIC);
    RolePolicy generous =
        new RolePolicy(
            Map.of(Role.SUPPORT, EnumSet.of(Permission.COMMENT_DELETE, Permission.COMMENT_READ)));
    CommentService service =
        new CommentService(
            desk.department.unitOfWork(),
            desk.department.comments(),
            desk.department.tickets(),
            desk.department.history(),
            generous,
            TestRules.commentRules(),
            () -> TestUseCases.NOW);

    assertThat(
            service.delete(
                new DeleteComment.Command(support, ticket.id(), comment.id(), present -> true)))
        .isEqualTo(new DeleteComment.Result.Deleted());
  }

  @Test
  void deniesWhoMayNot() {
    Comment comment = added(support, Visibility.PUBLIC);
    Actor nobody = desk.somebody();

    assertThat(add(nobody, ticket.id(), Visibility.PUBLIC))
        .isEqualTo(new AddComment.Result.Denied(new MissingPermission(Permission.COMMENT_CREATE)));
    assertThat(change(nobody, comment))
        .isEqualTo(
            new ChangeComment.Result.Refused(
                new Refusal.Denied(new MissingPermission(Permission.COMMENT_CREATE))));
    assertThat(delete(nobody, comment))
        .isEqualTo(
            new DeleteComment.Result.Refused(
                new Refusal.Denied(new MissingPermission(Permission.COMMENT_DELETE))));
    assertThat(show(disabled(support), comment.id()))
        .isEqualTo(new ReadResult.Denied<>(new UserDisabled()));
    assertThat(desk.commentReads.list(new ListComments.Query(nobody, ticket.id(), all())))
        .isEqualTo(new ReadResult.Denied<>(new MissingPermission(Permission.COMMENT_READ)));
  }

  @Test
  void listsNothingOfATicketThatIsNotThere() {
    assertThat(desk.commentReads.list(new ListComments.Query(support, NO_TICKET, all())))
        .isEqualTo(new ReadResult.Unknown<>());
    assertThat(show(support, new CommentId(999))).isEqualTo(new ReadResult.Unknown<>());
  }

  private TicketId merge() {
    Ticket target =
        desk.given.ticket(
            aTicket().forEmployee(ticket.details().employeeId()).ownedBy(support.id()));
    Ticket now = stored();
    desk.department
        .tickets()
        .update(
            new Ticket(
                now.id(),
                now.details(),
                now.ownerId(),
                now.milestones(),
                Optional.of(target.id()),
                now.externalId(),
                now.version().next(),
                now.createdAt(),
                now.updatedAt()));
    assertThat(
            desk.tickets.change(
                new dev.hexdesk.application.ticket.ChangeTicket.Command(
                    support,
                    ticket.id(),
                    Precondition.NONE,
                    TicketChanges.ofAssignee(Optional.of(support.id())))))
        .isEqualTo(new dev.hexdesk.application.ticket.ChangeTicket.Result.Merged(target.id()));
    return target.id();
  }

  private AddComment.Result add(Actor actor, TicketId id, Visibility visibility) {
    return desk.comments.add(
        new AddComment.Command(
            actor, id, Precondition.NONE, new CommentBody("It burns"), visibility));
  }

  private Comment added(Actor actor, Visibility visibility) {
    return switch (add(actor, ticket.id(), visibility)) {
      case AddComment.Result.Added(Comment comment) -> comment;
      case AddComment.Result other -> throw new AssertionError(other);
    };
  }

  private ChangeComment.Result change(Actor actor, Comment comment) {
    return desk.comments.change(
        new ChangeComment.Command(
            actor, ticket.id(), comment.id(), Precondition.NONE, Change.to(LESS)));
  }

  private DeleteComment.Result delete(Actor actor, Comment comment) {
    return desk.comments.delete(
        new DeleteComment.Command(actor, ticket.id(), comment.id(), Precondition.NONE));
  }

  private ReadResult<Comment> show(Actor actor, CommentId id) {
    return desk.commentReads.show(new ShowComment.Query(actor, ticket.id(), id));
  }

  private List<Comment> listed(Actor actor) {
    ListComments.Query query = new ListComments.Query(actor, ticket.id(), all());
    return Found.in(desk.commentReads.list(query)).items();
  }

  private List<HistoryEntry> history() {
    return desk.department.historyQueries().list(ticket.id(), CommentAccess.ALL, all()).items();
  }

  private static PageSelection all() {
    return PageSelection.first(99);
  }

  private Ticket stored() {
    return desk.department.tickets().findForUpdate(ticket.id()).orElseThrow();
  }
}
