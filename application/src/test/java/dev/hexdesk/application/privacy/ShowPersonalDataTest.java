package dev.hexdesk.application.privacy;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.memory.InMemoryPersonalData;
import dev.hexdesk.application.privacy.ShowPersonalData.PersonalData;
import dev.hexdesk.application.shared.Found;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowPersonalDataTest {
  private final TestUseCases desk = new TestUseCases();
  private final Actor manager = desk.somebody(Role.MANAGER);
  private final Employee ann = desk.given.employee(anEmployee().called("Ann", "Lee"));
  private final PersonalDataService service =
      new PersonalDataService(new InMemoryPersonalData(desk.department), TestRules.rolePolicy());

  private ReadResult<PersonalData> show(Actor actor, EmployeeId id) {
    return service.show(new ShowPersonalData.Query(actor, id));
  }

  private long comments(Actor actor) {
    List<PersonalDataItem> data = new ArrayList<>();
    Found.in(show(actor, ann.id())).data().forEach(data::add);
    return data.stream().filter(PersonalDataItem.CommentData.class::isInstance).count();
  }

  @Test
  void showsInternalCommentsToThoseWhoMayReadThem() {
    Ticket ticket = desk.given.ticket(aTicket().forEmployee(ann).ownedBy(manager.id()));
    for (Visibility visibility : Visibility.values()) {
      desk.department
          .unitOfWork()
          .inTransaction(
              () ->
                  desk.department
                      .comments()
                      .insert(ticket.id(), manager.id(), new CommentBody("Hm."), visibility, NOON));
    }
    Actor narrowed =
        new Actor(
            manager.id(),
            manager.roles(),
            false,
            Optional.of(EnumSet.complementOf(EnumSet.of(Scope.COMMENTS_INTERNAL))));

    PersonalData found = Found.in(show(manager, ann.id()));
    assertThat(found.person()).isEqualTo(ann);
    assertThat(found.access()).isEqualTo(CommentAccess.ALL);
    assertThat(comments(manager)).isEqualTo(2);
    assertThat(comments(narrowed)).isEqualTo(1);
  }

  @Test
  void refusesWhoMayNotAndWhatIsNotThere() {
    assertThat(show(desk.somebody(Role.SUPPORT), ann.id()))
        .isEqualTo(new ReadResult.Denied<>(new MissingPermission(Permission.PRIVACY_ERASE)));
    assertThat(show(manager, new EmployeeId(999))).isEqualTo(new ReadResult.Unknown<>());
  }
}
