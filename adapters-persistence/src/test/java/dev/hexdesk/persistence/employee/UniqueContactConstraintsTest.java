package dev.hexdesk.persistence.employee;

import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.employee.UniqueContactConstraints.Contact;
import dev.hexdesk.persistence.employee.UniqueContactConstraints.Shared;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of employees is unique, and what two of them may share. */
class UniqueContactsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private UniqueContactConstraints contacts;
  private StoreFixture given;

  @BeforeEach
  void empty() {
    given = StoreFixture.in(DATABASE.emptyStore());
    contacts = new UniqueContactConstraints(DATABASE.jdbi());
  }

  @AfterEach
  void asItWas() {
    DATABASE.emptyStore();
    for (Contact contact : Contact.values()) {
      contacts.adoptIfEmpty(contact, false);
      contacts.adoptIfEmpty(contact, true);
    }
  }

  @ParameterizedTest
  @EnumSource
  void areUniqueUntilSomebodySaysOtherwise(Contact contact) {
    assertThat(contacts.isUnique(contact)).isTrue();

    contacts.set(contact, false);
    contacts.set(contact, false);

    assertThat(contacts.isUnique(contact)).isFalse();
  }

  @Test
  void areSharedByWhoMayShareThem() {
    contacts.set(Contact.PHONE, false);
    contacts.set(Contact.EMAIL, false);
    Employee ann = given.employee(anEmployee().called("Ann", "Lee").withEmail("hall@x.example"));
    Employee bob =
        given.employee(
            anEmployee()
                .called("Bob", "Ray")
                .withPhone(ann.profile().phone().orElseThrow().value())
                .withEmail("HALL@x.example"));
    given.employee(anEmployee().called("Cy", "Mo").withoutContacts());
    given.employee(anEmployee().called("Di", "Mo").withoutContacts());

    List<Long> both = List.of(ann.id().value(), bob.id().value());
    assertThat(contacts.shared(Contact.PHONE, 9))
        .containsExactly(new Shared(ann.profile().phone().orElseThrow().value(), both));
    assertThat(contacts.shared(Contact.EMAIL, 9))
        .containsExactly(new Shared("HALL@x.example", both));
    assertThat(contacts.shared(Contact.EMAIL, 0)).isEmpty();
    assertThatThrownBy(() -> contacts.set(Contact.PHONE, true))
        .hasMessageContaining("employees_phone_unique");
    assertThat(contacts.isUnique(Contact.PHONE)).isFalse();
  }

  @Test
  void areAdoptedWhereNobodyIsThereAlone() {
    assertThat(contacts.adoptIfEmpty(Contact.PHONE, false)).isTrue();
    assertThat(contacts.isUnique(Contact.PHONE)).isFalse();

    given.employee(anEmployee());

    assertThat(contacts.adoptIfEmpty(Contact.PHONE, true)).isFalse();
    assertThat(contacts.isUnique(Contact.PHONE)).isFalse();
  }
}
