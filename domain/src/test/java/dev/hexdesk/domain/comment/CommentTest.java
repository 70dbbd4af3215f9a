package dev.hexdesk.domain.comment;

import static dev.hexdesk.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexdesk.domain.comment.Comment.Outcome;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentTest {
  private static final Duration A_WHILE = Duration.ofMinutes(15);
  private static final UserId AUTHOR = new UserId(7);
  private static final CommentBody LESS = new CommentBody("It smokes.");

  private final Comment comment = comment(Optional.of(AUTHOR), "It burns.", Version.FIRST, NOON);

  @Test
  void isCorrectedByItsAuthorWhileThatIsPossible() {
    Instant last = NOON.plus(A_WHILE);

    assertThat(comment.withBody(LESS, AUTHOR, last, A_WHILE))
        .isEqualTo(
            new Outcome.Changed(comment(Optional.of(AUTHOR), "It smokes.", new Version(2), last)));
    assertThat(comment.withBody(LESS, AUTHOR, last.plusMillis(1), A_WHILE))
        .isEqualTo(new Outcome.TooLate());
  }

  @Test
  void isNobodyElses() {
    assertThat(comment.withBody(LESS, new UserId(8), NOON, A_WHILE))
        .isEqualTo(new Outcome.NotTheAuthor());
    assertThat(
            comment(Optional.empty(), "It burns.", Version.FIRST, NOON)
                .withBody(LESS, AUTHOR, NOON, A_WHILE))
        .isEqualTo(new Outcome.NotTheAuthor());
  }

  @Test
  void isTheVerySameWhenItSaysThatAlready() {
    assertThat(comment.withBody(comment.body(), AUTHOR, NOON, A_WHILE))
        .isEqualTo(new Outcome.Unchanged(comment));
  }

  @Test
  void knowsForWhomItIs() {
    assertThat(comment.isInternal()).isFalse();
    assertThat(Visibility.INTERNAL.code()).isEqualTo("internal");
  }

  @Test
  void saysSomethingThatCanBeStored() {
    assertThat(new CommentBody("Ґ").value()).isEqualTo("Ґ");
    assertThatIllegalArgumentException().isThrownBy(() -> new CommentBody("\n"));
    assertThatIllegalArgumentException().isThrownBy(() -> new CommentId(0));
  }

  private static Comment comment(
      Optional<UserId> author, String body, Version version, Instant updatedAt) {
    return new Comment(
        new CommentId(1),
        new TicketId(2),
        author,
        "Olena Halahan",
        new CommentBody(body),
        Visibility.PUBLIC,
        version,
        NOON,
        updatedAt);
  }
}
