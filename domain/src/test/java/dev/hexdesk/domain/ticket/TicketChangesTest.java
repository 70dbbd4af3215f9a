package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.user.UserId;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketChangesTest {
  private static final TicketDetails PRESENT = aTicket().assignedTo(new UserId(5)).details();
  private static final TicketDetails WANTED =
      aTicket().withEverythingElse().forEmployee(new EmployeeId(9)).details();

  @Test
  void replacesEverything() {
    assertThat(TicketChanges.to(WANTED).appliedTo(PRESENT)).isEqualTo(WANTED);
  }

  @Test
  void leavesEverything() {
    assertThat(TicketChanges.NONE.appliedTo(PRESENT)).isEqualTo(PRESENT);
  }

  @Test
  void takesTheAssigneeAwayAndLeavesTheRest() {
    TicketChanges unassigning = TicketChanges.ofAssignee(Optional.empty());

    assertThat(unassigning.appliedTo(PRESENT)).isEqualTo(aTicket().unassigned().details());
  }

  @Test
  void makesANewTicketOfWhatItSays() {
    assertThat(TicketChanges.to(WANTED).asNew()).isEqualTo(WANTED);
  }

  @Test
  void makesANewTicketByTheDefaultsWhereItSaysNothing() {
    assertThat(aTicket().forEmployee(new EmployeeId(9)).requiredAlone().asNew())
        .isEqualTo(aTicket().forEmployee(new EmployeeId(9)).details());
  }

  @Test
  void makesNoNewTicketWithoutWhatHasNoDefault() {
    assertThatThrownBy(TicketChanges.NONE::asNew).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void namesOthersBesideWhatItSays() {
    TicketChanges others =
        aTicket()
            .requiredAlone()
            .with(Change.to(new EmployeeId(9)), Change.to(Optional.of(new UserId(5))));

    assertThat(others.asNew())
        .isEqualTo(aTicket().forEmployee(new EmployeeId(9)).assignedTo(new UserId(5)).details());
  }
}
