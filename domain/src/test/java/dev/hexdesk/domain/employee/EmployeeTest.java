package dev.hexdesk.domain.employee;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmployeeTest {
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final EmployeeProfile PRESENT =
      known(anEmployee().called("Ann", "Lee"), "Annie", LocalDate.of(1990, 1, 31));
  private static final EmployeeProfile WANTED =
      known(anEmployee().called("Bob", "Ray"), "Bobby", LocalDate.of(1991, 2, 28));

  /** All is told of them, at places where nobody else is. */
  private static EmployeeProfile known(EmployeeBuilder who, String nickName, LocalDate birthday) {
    return who.knownAs(nickName)
        .bornOn(birthday)
        .in("Land of " + nickName, "Home of " + nickName)
        .at("House of " + nickName)
        .profile();
  }

  @Test
  void countsEachChange() {
    Employee ann = anEmployee().withId(7).withVersion(5).build();

    assertThat(ann.with(WANTED, LATER))
        .isEqualTo(
            new Employee(new EmployeeId(7), WANTED, Optional.empty(), new Version(6), NOON, LATER));
  }

  @Test
  void isTheVerySameWhenNothingDiffers() {
    Employee ann = anEmployee().knownAs("Annie").build();

    assertThat(ann.with(anEmployee().knownAs("Annie").profile(), LATER)).isSameAs(ann);
  }

  @Test
  void isNobodyOnceErased() {
    Employee ann =
        new Employee(
            new EmployeeId(12),
            PRESENT,
            Optional.of(new ExternalId("HR-1")),
            new Version(5),
            NOON,
            NOON);

    Employee erased = ann.erased(LATER);

    assertThat(erased)
        .isEqualTo(
            new Employee(
                new EmployeeId(12),
                new EmployeeProfile(
                    Optional.of(new PersonName("Erased")),
                    Optional.of(new PersonName("Person 12")),
                    Optional.empty(),
                    Optional.of(new PhoneNumber("+00000000012")),
                    Optional.of(new EmailAddress("erased-12@invalid")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                Optional.empty(),
                new Version(6),
                NOON,
                LATER,
                Optional.of(LATER)));
  }

  @Test
  void staysErasedWhateverChanges() {
    Employee erased = anEmployee().build().erased(LATER);

    assertThat(erased.with(WANTED, LATER.plusSeconds(1)).erasedAt()).contains(LATER);
  }

  @Test
  void changesEverythingOrNothing() {
    assertThat(EmployeeChanges.to(WANTED).appliedTo(PRESENT)).isEqualTo(WANTED);
    assertThat(none().appliedTo(PRESENT)).isEqualTo(PRESENT);
  }

  @Test
  void clearsWhatMayBeUnknown() {
    EmployeeChanges clearing =
        new EmployeeChanges(
            Change.to(Optional.empty()),
            Change.keep(),
            Change.to(Optional.empty()),
            Change.to(Optional.empty()),
            Change.keep(),
            Change.to(Optional.empty()),
            Change.to(Optional.empty()),
            Change.to(Optional.empty()),
            Change.to(Optional.empty()),
            Change.to(Optional.empty()));

    assertThat(clearing.appliedTo(PRESENT))
        .isEqualTo(anEmployee().called("", "Lee").withoutContacts().profile());
  }

  @Test
  void keepsOneNameAtLeast() {
    EmployeeProfile suharto = anEmployee().called("Suharto", "").profile();
    EmployeeChanges clearing = firstNameAlone(Change.to(Optional.empty()));

    assertThat(clearing.leaveNoName(suharto)).isTrue();
    assertThat(clearing.leaveNoName(PRESENT)).isFalse();
    assertThat(none().leaveNoName(suharto)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> clearing.appliedTo(suharto));
  }

  @Test
  void keepsTheExtensionOfTheSameNumber() {
    EmployeeProfile ann = anEmployee().withPhone("+4930123450;ext=17").profile();

    assertThat(phoned(ann, number("+4930123450"), Change.keep())).isEqualTo("+4930123450;ext=17");
    assertThat(phoned(ann, number("+4930123450;ext=9"), Change.keep()))
        .isEqualTo("+4930123450;ext=9");
    assertThat(phoned(ann, number("+4930999999"), Change.keep())).isEqualTo("+4930999999");
    assertThat(phoned(ann, Change.keep(), Change.to(Optional.of("18"))))
        .isEqualTo("+4930123450;ext=18");
    assertThat(phoned(ann, Change.keep(), Change.to(Optional.empty()))).isEqualTo("+4930123450");
  }

  private static Change<Optional<PhoneNumber>> number(String value) {
    return Change.to(Optional.of(new PhoneNumber(value)));
  }

  private static String phoned(
      EmployeeProfile present,
      Change<Optional<PhoneNumber>> phone,
      Change<Optional<String>> extension) {
    EmployeeChanges none = none();
    return new EmployeeChanges(
            none.firstName(),
            none.lastName(),
            none.nickName(),
            phone,
            extension,
            none.email(),
            none.birthday(),
            none.country(),
            none.city(),
            none.address())
        .appliedTo(present)
        .phone()
        .orElseThrow()
        .value();
  }

  private static EmployeeChanges none() {
    return firstNameAlone(Change.keep());
  }

  private static EmployeeChanges firstNameAlone(Change<Optional<PersonName>> change) {
    return new EmployeeChanges(
        change,
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep(),
        Change.keep());
  }
}
