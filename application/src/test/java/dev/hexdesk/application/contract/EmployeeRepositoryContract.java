package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@code EmployeeRepository} promises. */
public abstract class EmployeeRepositoryContract extends StoreContract {
  private static final EmployeeId NOBODY = new EmployeeId(987_654_321);
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void findsAnEmployeeAsTheyWereStored() {
    EmployeeBuilder iryna =
        anEmployee()
            .called("Ірина", "Ґалаґан-O’Neil 😀")
            .knownAs("Іра")
            .bornOn(LocalDate.of(1979, 12, 31))
            .in("Україна", "Львів")
            .at("вул. Личаківська 7, кв. 12");

    Employee stored = given.employee(iryna);

    assertThat(stored.profile()).isEqualTo(iryna.profile());
    assertThat(stored.version()).isEqualTo(Version.FIRST);
    assertThat(stored.createdAt()).isEqualTo(NOON);
    assertThat(stored.updatedAt()).isEqualTo(NOON);
    assertThat(found(stored)).isEqualTo(stored);
  }

  @Test
  void findsAnEmployeeOfWhomLittleIsKnown() {
    Employee stored = given.employee(anEmployee());

    assertThat(stored.profile()).isEqualTo(anEmployee().profile());
    assertThat(found(stored)).isEqualTo(stored);
  }

  @Test
  void findsEmployeesWithOneNameAndWithoutContacts() {
    Employee suharto = given.employee(anEmployee().called("Suharto", "").withoutContacts());
    Employee lee = given.employee(anEmployee().called("", "Lee").withoutContacts());

    assertThat(found(suharto).profile())
        .isEqualTo(anEmployee().called("Suharto", "").withoutContacts().profile());
    assertThat(found(lee)).isEqualTo(lee);
  }

  @Test
  void storesTheEarliestBirthdayAndTheLongestValues() {
    String wide = "𠀀";
    EmployeeBuilder longest =
        anEmployee()
            .called(wide.repeat(200), wide.repeat(200))
            .withPhone("+" + "9".repeat(31))
            .withEmail(wide.repeat(254))
            .knownAs(wide.repeat(100))
            .bornOn(LocalDate.of(1850, 1, 1))
            .in(wide.repeat(100), wide.repeat(100))
            .at(wide.repeat(500));

    assertThat(found(given.employee(longest)).profile()).isEqualTo(longest.profile());
  }

  @Test
  void answersTheVeryMomentsThatItFindsLater() {
    Instant fine = Instant.parse("2026-11-23T10:15:30.123456789Z");
    Employee iryna = given.at(fine).employee(anEmployee());
    assertThat(found(iryna)).isEqualTo(iryna);

    UniqueStoring<Employee> updated = update(iryna, anEmployee().knownAs("Ira"), fine);

    assertThat(updated).isEqualTo(new UniqueStoring.Stored<>(found(iryna)));
  }

  @Test
  void findsNobodyUnderAnUnknownId() {
    assertThat(inTransaction(() -> store.employees().findForUpdate(NOBODY))).isEmpty();
  }

  @Test
  void aPhoneNumberIsTakenOnce() {
    given.employee(anEmployee().called("Ann", "Lee").withPhone("+380504430000"));

    assertThat(insert(anEmployee().called("Bob", "Ray").withPhone("+380504430000")))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("phone"));
  }

  @ParameterizedTest
  @CsvSource({"a@x.example, A@X.Example", "ґ@x.example, Ґ@X.EXAMPLE"})
  void anAddressIsTakenInAnyLetterCase(String present, String other) {
    given.employee(anEmployee().called("Ann", "Lee").withEmail(present));

    assertThat(insert(anEmployee().called("Bob", "Ray").withEmail(other)))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("email"));
  }

  @Test
  void namesMayBeShared() {
    given.employee(anEmployee().called("Ann", "Lee"));

    assertThat(
            insert(
                anEmployee().called("Ann", "Lee").withPhone("+7").withEmail("another@x.example")))
        .isInstanceOf(UniqueStoring.Stored.class);
  }

  @Test
  void storesAChangedEmployee() {
    Employee iryna = given.employee(anEmployee().knownAs("Іра").at("Somewhere"));
    EmployeeBuilder changed =
        anEmployee().called("Irene", "Galagan").bornOn(LocalDate.of(1980, 1, 1)).in("UA", "Kyiv");

    UniqueStoring<Employee> answer = update(iryna, changed, LATER);

    Employee expected =
        new Employee(
            iryna.id(),
            changed.profile(),
            iryna.externalId(),
            iryna.version().next(),
            iryna.createdAt(),
            LATER);
    assertThat(answer).isEqualTo(new UniqueStoring.Stored<>(expected));
    assertThat(found(iryna)).isEqualTo(expected);
  }

  @Test
  void letsAnEmployeeRespellTheirOwnAddress() {
    Employee ann = given.employee(anEmployee().called("Ann", "Lee").withEmail("a@x.example"));

    assertThat(update(ann, anEmployee().called("Ann", "Lee").withEmail("A@X.example"), LATER))
        .isInstanceOf(UniqueStoring.Stored.class);
  }

  @Test
  void refusesAnUpdateToWhatAnotherHas() {
    EmployeeProfile ann = given.employee(anEmployee().called("Ann", "Lee")).profile();
    EmployeeBuilder ray = anEmployee().called("Bob", "Ray");
    Employee bob = given.employee(ray);

    assertThat(update(bob, ray.withEmail(ann.email().orElseThrow().key()), LATER))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("email"));
    assertThat(update(bob, ray.withPhone(ann.phone().orElseThrow().value()), LATER))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("phone"));
    assertThat(found(bob)).isEqualTo(bob);
  }

  @Test
  void refusesAStaleUpdate() {
    Employee ann = given.employee(anEmployee().called("Ann", "Lee"));
    update(ann, anEmployee().called("Ann", "Lee").knownAs("First"), LATER);

    assertThatThrownBy(() -> update(ann, anEmployee().called("Ann", "Lee").knownAs("Late"), LATER))
        .isInstanceOf(StaleVersion.class);

    assertThat(found(ann).profile().nickName().orElseThrow().value()).isEqualTo("First");
  }

  @Test
  void refusesToUpdateADeletedEmployee() {
    Employee ann = given.employee(anEmployee());
    delete(ann);

    assertThatThrownBy(() -> update(ann, anEmployee().knownAs("Late"), LATER))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void deletesAnEmployeeOnceAndGivesTheirIdToNobodyElse() {
    Employee ann = given.employee(anEmployee());

    assertThat(delete(ann)).isEqualTo(Deletion.DELETED);
    assertThat(delete(ann)).isEqualTo(Deletion.UNKNOWN);
    assertThat(given.employee(anEmployee()).id()).isNotEqualTo(ann.id());
  }

  @Test
  void keepsAnEmployeeForWhomThereAreTickets() {
    Employee ann = given.employee(anEmployee());
    Ticket ticket = given.ticket(aTicket().forEmployee(ann).ownedBy(given.user(aUser())));

    assertThat(delete(ann)).isEqualTo(Deletion.IN_USE);
    assertThat(found(ann)).isEqualTo(ann);

    inTransaction(() -> store.tickets().delete(ticket.id()));
    assertThat(delete(ann)).isEqualTo(Deletion.DELETED);
  }

  private UniqueStoring<Employee> insert(EmployeeBuilder employee) {
    return inTransaction(() -> store.employees().insert(employee.profile(), NOON));
  }

  private UniqueStoring<Employee> update(Employee employee, EmployeeBuilder changed, Instant now) {
    return inTransaction(() -> store.employees().update(employee.with(changed.profile(), now)));
  }

  private Deletion delete(Employee employee) {
    return inTransaction(() -> store.employees().delete(employee.id()));
  }

  private Employee found(Employee employee) {
    return inTransaction(() -> store.employees().findForUpdate(employee.id())).orElseThrow();
  }
}
