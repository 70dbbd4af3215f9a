package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketChangesTest {
  private static final TicketDetails PRESENT = aTicket().assignedTo(new UserId(5)).details();
  private static final TicketDetails WANTED =
      aTicket()
          .forEmployee(new EmployeeId(9))
          .titled("Cold again")
          .describedAs("Ash")
          .withStatus(TicketStatus.OPEN)
          .withPriority(Priority.HIGH)
          .tagged("fire")
          .dueAt(Fixtures.NOON)
          .details();
  private static final TicketChanges NONE =
      new TicketChanges(
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep(),
          Change.keep());

  @Test
  void replacesEverything() {
    assertThat(TicketChanges.to(WANTED).appliedTo(PRESENT)).isEqualTo(WANTED);
  }

  @Test
  void leavesEverything() {
    assertThat(NONE.appliedTo(PRESENT)).isEqualTo(PRESENT);
  }

  @Test
  void takesTheAssigneeAwayAndLeavesTheRest() {
    TicketChanges unassigning = TicketChanges.ofAssignee(Optional.empty());

    assertThat(unassigning.appliedTo(PRESENT)).isEqualTo(aTicket().unassigned().details());
  }
}
