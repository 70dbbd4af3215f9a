package dev.hexdesk.application.privacy;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.employee.ChangeEmployee;
import dev.hexdesk.application.memory.InMemoryPersonalDataEraser;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EraseEmployeeTest {
  private final TestUseCases desk = new TestUseCases();
  private final Actor manager = desk.somebody(Role.MANAGER);
  private final Employee ann = desk.given.employee(anEmployee().called("Ann", "Lee"));
  private Instant now = TestUseCases.NOW;
  private final ErasureService erasures =
      new ErasureService(
          desk.department.unitOfWork(),
          desk.department.employees(),
          new InMemoryPersonalDataEraser(desk.department),
          TestRules.rolePolicy(),
          new Random(7),
          () -> now);

  private EraseEmployee.Result erase(
      Actor actor, EmployeeId id, Precondition precondition, Optional<String> token) {
    return erasures.erase(new EraseEmployee.Command(actor, id, precondition, Set.of(), token));
  }

  private EraseEmployee.Result erase(Optional<String> token, String... words) {
    Set<IdentifyingText> given =
        Stream.of(words).map(IdentifyingText::new).collect(Collectors.toSet());
    return erasures.erase(
        new EraseEmployee.Command(manager, ann.id(), Precondition.NONE, given, token));
  }

  private String announced(String... words) {
    return ((EraseEmployee.Result.ToBeConfirmed) erase(Optional.empty(), words)).token();
  }

  private EraseEmployee.Result.ToBeConfirmed announced(Actor actor) {
    return (EraseEmployee.Result.ToBeConfirmed)
        erase(actor, ann.id(), Precondition.NONE, Optional.empty());
  }

  private EraseEmployee.Result confirm(Actor actor, String token) {
    return erase(actor, ann.id(), Precondition.NONE, Optional.of(token));
  }

  @Test
  void saysWhatIsGoingToBeErasedAndErasesNothing() {
    desk.given.ticket(aTicket().forEmployee(ann).ownedBy(manager.id()).titled("Ann Lee"));

    EraseEmployee.Result.ToBeConfirmed announced = announced(manager);

    assertThat(announced.version()).isEqualTo(ann.version());
    assertThat(announced.expiresAt()).isEqualTo(TestUseCases.NOW.plusSeconds(600));
    assertThat(announced.tickets()).isEqualTo(1);
    assertThat(announced.comments()).isZero();
    assertThat(announced.token()).matches("[A-Za-z0-9_-]{43}");
    assertThat(desk.department.employeeQueries().find(ann.id())).contains(ann);
  }

  @Test
  void erasesWhatWasConfirmed() {
    desk.given.ticket(aTicket().forEmployee(ann).ownedBy(manager.id()).titled("Ann Lee"));
    String token = announced(manager).token();
    now = now.plusSeconds(600).minusMillis(1);

    assertThat(confirm(manager, token))
        .isEqualTo(
            new EraseEmployee.Result.Erased(new Version(2), now, new RedactionCounts(1, 0, 0)));
    assertThat(desk.department.employeeQueries().find(ann.id())).contains(ann.erased(now));
  }

  @Test
  void takesNoTokenThatIsTooOld() {
    String token = announced(manager).token();
    now = now.plusSeconds(600);

    assertThat(confirm(manager, token)).isEqualTo(new EraseEmployee.Result.WrongToken());
  }

  @Test
  void takesNoTokenOfAnother() {
    String token = announced(manager).token();

    assertThat(confirm(desk.somebody(Role.ADMIN), token))
        .isEqualTo(new EraseEmployee.Result.WrongToken());
    assertThat(confirm(manager, token)).isInstanceOf(EraseEmployee.Result.Erased.class);
  }

  @Test
  void givesEachTimeAnotherTokenOfWhichTheLastIsGood() {
    String first = announced(manager).token();
    String second = announced(manager).token();

    assertThat(second).isNotEqualTo(first);
    assertThat(confirm(manager, first)).isEqualTo(new EraseEmployee.Result.WrongToken());
    assertThat(confirm(manager, second)).isInstanceOf(EraseEmployee.Result.Erased.class);
  }

  @Test
  void erasesNobodyTwice() {
    confirm(manager, announced(manager).token());

    assertThat(erase(manager, ann.id(), Precondition.NONE, Optional.empty()))
        .isEqualTo(new EraseEmployee.Result.AlreadyErased());
    assertThat(
            desk.employees.change(
                new ChangeEmployee.Command(
                    manager, ann.id(), Precondition.NONE, EmployeeChanges.to(ann.profile()))))
        .isEqualTo(new ChangeEmployee.Result.Erased());
  }

  @Test
  void erasesGivenWordsBesidesWhatIsStored() {
    Ticket ticket =
        desk.given.ticket(
            aTicket().forEmployee(ann).ownedBy(manager.id()).titled("Ann, once Miss Doe"));

    EraseEmployee.Result result = erase(Optional.of(announced("Miss Doe")), "Miss Doe");

    assertThat(result)
        .isEqualTo(
            new EraseEmployee.Result.Erased(new Version(2), now, new RedactionCounts(1, 0, 0)));
    assertThat(titleOf(ticket)).isEqualTo("[erased], once [erased]");
  }

  private String titleOf(Ticket ticket) {
    return desk.department
        .ticketQueries()
        .find(ticket.id())
        .orElseThrow()
        .details()
        .title()
        .value();
  }

  @Test
  void erasesGivenWordsOfSomebodyWhoIsErasedAlready() {
    Ticket ticket =
        desk.given.ticket(
            aTicket().forEmployee(ann).ownedBy(manager.id()).titled("Miss Doe is Ann and Erased"));
    confirm(manager, announced(manager).token());
    Instant first = now;
    now = now.plusSeconds(3600);

    EraseEmployee.Result result = erase(Optional.of(announced("Doe", "Miss")), "Miss", "Doe");

    assertThat(result)
        .isEqualTo(
            new EraseEmployee.Result.Erased(new Version(2), first, new RedactionCounts(1, 0, 0)));
    assertThat(titleOf(ticket)).isEqualTo("[erased] [erased] is [erased] and Erased");
    assertThat(desk.department.employeeQueries().find(ann.id())).contains(ann.erased(first));
  }

  @Test
  void takesNoTokenWithOtherWords() {
    String token = announced("Ann");

    assertThat(erase(Optional.of(token))).isEqualTo(new EraseEmployee.Result.WrongToken());
    assertThat(erase(Optional.of(token), "Lee")).isEqualTo(new EraseEmployee.Result.WrongToken());
    assertThat(erase(Optional.of(token), "Ann")).isInstanceOf(EraseEmployee.Result.Erased.class);
  }

  @Test
  void refusesWhoMayNotAndWhatIsNotThere() {
    assertThat(erase(desk.somebody(Role.SUPPORT), ann.id(), Precondition.NONE, Optional.empty()))
        .isEqualTo(
            new EraseEmployee.Result.Refused(
                new Refusal.Denied(new MissingPermission(Permission.PRIVACY_ERASE))));
    assertThat(erase(manager, new EmployeeId(999), Precondition.NONE, Optional.empty()))
        .isEqualTo(new EraseEmployee.Result.Refused(new Refusal.Unknown()));
    assertThat(erase(manager, ann.id(), version -> false, Optional.empty()))
        .isEqualTo(new EraseEmployee.Result.Refused(new Refusal.PreconditionFailed()));
  }
}
