package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.user.UserId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketActionTest {
  @Test
  void bearsItsCode() {
    assertThat(TicketAction.COMMENT_ADDED.code()).isEqualTo("comment_added");
  }

  @Test
  void anOpenEventIsForEverybody() {
    TicketEvent event =
        TicketEvent.open(
            new TicketId(1), new UserId(2), Fixtures.NOON, TicketAction.CREATED, List.of());

    assertThat(event)
        .isEqualTo(
            new TicketEvent(
                new TicketId(1),
                new UserId(2),
                Fixtures.NOON,
                TicketAction.CREATED,
                false,
                List.of()));
  }

  @Test
  void aFieldWithoutValueHoldsNothing() {
    assertThat(FieldValue.ofUser(Optional.empty())).isEqualTo(new FieldValue.Nothing());
    assertThat(FieldValue.ofUser(Optional.of(new UserId(3)))).isEqualTo(FieldValue.of(3));
    assertThat(FieldValue.ofTags(List.of())).isEqualTo(new FieldValue.Nothing());
  }

  @Test
  void knowsWhatHappenedToComments() {
    assertThat(Arrays.stream(TicketAction.values()).filter(TicketAction::isOfComment))
        .containsExactlyInAnyOrder(
            TicketAction.COMMENT_ADDED, TicketAction.COMMENT_CHANGED, TicketAction.COMMENT_DELETED);
  }
}
