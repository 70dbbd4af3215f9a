package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.comment.CommentRepository.Storing;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code CommentRepository} and {@code CommentQueries} promises. */
public abstract class CommentsContract extends StoreContract {
  private static final Instant LATER = NOON.plusSeconds(60);

  private User alice;
  private User olena;
  private Ticket ticket;

  @BeforeEach
  void addTicket() {
    alice = given.user(aUser().named("alice"));
    olena = given.user(aUser().named("olena").called("Олена", "Ґалаґан"));
    ticket = given.ticket(aTicket().forEmployee(given.employee(anEmployee())).ownedBy(alice));
  }

  @Test
  void movesAllCommentsOfATicketAsTheyAreAndNoOthers() {
    Comment open = added("One", Visibility.PUBLIC);
    Comment internal = added("Two", Visibility.INTERNAL);
    Ticket target =
        given.ticket(
            aTicket().forEmployee(ticket.details().employeeId()).ownedBy(alice).titled("Smoke"));

    moveAll(ticket, target);

    for (Comment moved : new Comment[] {open, internal}) {
      assertThat(store.commentQueries().find(ticket.id(), moved.id(), CommentAccess.ALL)).isEmpty();
      assertThat(store.commentQueries().find(target.id(), moved.id(), CommentAccess.ALL))
          .contains(
              new Comment(
                  moved.id(),
                  target.id(),
                  moved.authorId(),
                  moved.authorName(),
                  moved.body(),
                  moved.visibility(),
                  moved.version(),
                  moved.createdAt(),
                  moved.updatedAt()));
    }
    moveAll(ticket, target);
    assertThat(
            store
                .commentQueries()
                .list(target.id(), CommentAccess.ALL, PageSelection.first(9))
                .items())
        .extracting(Comment::id)
        .containsExactly(open.id(), internal.id());
  }

  private void moveAll(Ticket from, Ticket to) {
    inTransaction(
        () -> {
          store.commentHandover().moveAll(from.id(), to.id());
          return true;
        });
  }

  @Test
  void storesACommentUnderItsAuthorsName() {
    Comment comment = added("Рядок\nще рядок", Visibility.INTERNAL);

    assertThat(comment)
        .isEqualTo(
            new Comment(
                comment.id(),
                ticket.id(),
                Optional.of(olena.id()),
                "Олена Ґалаґан",
                new CommentBody("Рядок\nще рядок"),
                Visibility.INTERNAL,
                Version.FIRST,
                NOON,
                NOON));
    assertThat(store.commentQueries().find(ticket.id(), comment.id(), CommentAccess.ALL))
        .contains(comment);
  }

  @Test
  void storesTheLongestComment() {
    Comment comment = added("𠀀".repeat(CommentBody.LONGEST), Visibility.PUBLIC);

    assertThat(store.commentQueries().find(ticket.id(), comment.id(), CommentAccess.ALL))
        .contains(comment);
  }

  @Test
  void refusesACommentOnNothingOrByNobody() {
    assertThat(insert(new TicketId(999), olena.id())).isEqualTo(new Storing.UnknownTicket());
    assertThat(insert(ticket.id(), new UserId(999))).isEqualTo(new Storing.UnknownAuthor());
    assertThat(list(CommentAccess.ALL, PageSelection.first(9)).items()).isEmpty();
  }

  @Test
  void findsACommentUnderItsOwnTicketAlone() {
    Comment comment = added("It burns", Visibility.PUBLIC);
    Ticket other =
        given.ticket(
            aTicket().forEmployee(ticket.details().employeeId()).ownedBy(alice).titled("Other"));

    assertThat(store.commentQueries().find(other.id(), comment.id(), CommentAccess.ALL)).isEmpty();
    assertThat(inTransaction(() -> store.comments().findForUpdate(other.id(), comment.id())))
        .isEmpty();
    assertThat(inTransaction(() -> store.comments().findForUpdate(ticket.id(), comment.id())))
        .contains(comment);
    assertThat(store.commentQueries().find(ticket.id(), new CommentId(999_999), CommentAccess.ALL))
        .isEmpty();
  }

  @Test
  void listsTheOldestFirstAndInternalOnesOnDemand() {
    Comment first = added("One", Visibility.PUBLIC);
    Comment second = added("Two", Visibility.INTERNAL);
    Comment third = added("Three", Visibility.PUBLIC);

    assertThat(list(CommentAccess.ALL, PageSelection.first(9)).items())
        .containsExactly(first, second, third);
    Page<Comment> open = list(CommentAccess.PUBLIC, new PageSelection(1, Optional.empty(), true));
    assertThat(open.items()).containsExactly(first);
    assertThat(open.total()).hasValue(2);
    Page<Comment> next = list(CommentAccess.PUBLIC, new PageSelection(1, open.next(), true));
    assertThat(next.items()).containsExactly(third);
    assertThat(next.next()).isEmpty();
  }

  @Test
  void knowsNoPlaceThatIsNoNumber() {
    added("One", Visibility.PUBLIC);

    assertThatThrownBy(
            () ->
                list(
                    CommentAccess.ALL,
                    new PageSelection(1, Optional.of(new Position("one", 1)), false)))
        .isInstanceOf(InvalidPosition.class);
  }

  @Test
  void storesACorrectionOnce() {
    Comment comment = added("It burns", Visibility.PUBLIC);
    Comment corrected = corrected(comment);

    assertThat(inTransaction(() -> store.comments().update(corrected))).isEqualTo(corrected);
    assertThat(store.commentQueries().find(ticket.id(), comment.id(), CommentAccess.ALL))
        .contains(corrected);
    assertThatThrownBy(() -> inTransaction(() -> store.comments().update(corrected)))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void deletesACommentOnce() {
    Comment comment = added("It burns", Visibility.PUBLIC);

    assertThat(inTransaction(() -> store.comments().delete(comment.id()))).isTrue();
    assertThat(inTransaction(() -> store.comments().delete(comment.id()))).isFalse();
    assertThatThrownBy(() -> inTransaction(() -> store.comments().update(corrected(comment))))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void goesWithItsTicket() {
    Comment comment = added("It burns", Visibility.PUBLIC);

    inTransaction(() -> store.tickets().delete(ticket.id()));

    assertThat(store.commentQueries().find(ticket.id(), comment.id(), CommentAccess.ALL)).isEmpty();
  }

  @Test
  void keepsTheNameOfAnAuthorWhoIsGone() {
    Comment comment = added("It burns", Visibility.PUBLIC);

    assertThat(inTransaction(() -> store.users().delete(olena.id()))).isEqualTo(Deletion.DELETED);

    Comment orphan =
        store.commentQueries().find(ticket.id(), comment.id(), CommentAccess.ALL).orElseThrow();
    assertThat(orphan.authorId()).isEmpty();
    assertThat(orphan.authorName()).isEqualTo("Олена Ґалаґан");
  }

  private static Comment corrected(Comment comment) {
    return new Comment(
        comment.id(),
        comment.ticketId(),
        comment.authorId(),
        comment.authorName(),
        new CommentBody("It smokes"),
        comment.visibility(),
        comment.version().next(),
        comment.createdAt(),
        LATER);
  }

  private Comment added(String body, Visibility visibility) {
    return switch (inTransaction(
        () ->
            store
                .comments()
                .insert(ticket.id(), olena.id(), new CommentBody(body), visibility, NOON))) {
      case Storing.Stored(Comment comment) -> comment;
      case Storing refusal -> throw new AssertionError(refusal);
    };
  }

  private Storing insert(TicketId id, UserId author) {
    return inTransaction(
        () ->
            store
                .comments()
                .insert(id, author, new CommentBody("It burns"), Visibility.PUBLIC, NOON));
  }

  private Page<Comment> list(CommentAccess access, PageSelection page) {
    return store.commentQueries().list(ticket.id(), access, page);
  }
}
