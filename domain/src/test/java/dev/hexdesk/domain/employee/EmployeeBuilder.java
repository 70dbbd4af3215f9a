package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Version;
import java.time.LocalDate;
import java.util.Optional;

/** Makes employees for tests; phone number and e-mail address follow from the names. */
public final class EmployeeBuilder {
  private long id = 1;
  private String firstName = "Ірина";
  private String lastName = "Ґалаґан";
  private Optional<String> phone = Optional.of(phoneOf(firstName + lastName));
  private Optional<String> email = Optional.of(emailOf(firstName, lastName));
  private Optional<String> nickName = Optional.empty();
  private Optional<LocalDate> birthday = Optional.empty();
  private Optional<String> country = Optional.empty();
  private Optional<String> city = Optional.empty();
  private Optional<String> address = Optional.empty();
  private Optional<ExternalId> externalId = Optional.empty();
  private Version version = Version.FIRST;

  public EmployeeBuilder withId(long id) {
    this.id = id;
    return this;
  }

  /**
   * Sets the names, of which one may be empty, and a phone number and an e-mail address that go
   * with them.
   */
  public EmployeeBuilder called(String firstName, String lastName) {
    this.firstName = firstName;
    this.lastName = lastName;
    this.phone = Optional.of(phoneOf(firstName + lastName));
    this.email = Optional.of(emailOf(firstName, lastName));
    return this;
  }

  public EmployeeBuilder knownAs(String nickName) {
    this.nickName = Optional.of(nickName);
    return this;
  }

  public EmployeeBuilder withPhone(String phone) {
    this.phone = Optional.of(phone);
    return this;
  }

  public EmployeeBuilder withEmail(String email) {
    this.email = Optional.of(email);
    return this;
  }

  public EmployeeBuilder withoutContacts() {
    this.phone = Optional.empty();
    this.email = Optional.empty();
    return this;
  }

  public EmployeeBuilder bornOn(LocalDate birthday) {
    this.birthday = Optional.of(birthday);
    return this;
  }

  public EmployeeBuilder in(String country, String city) {
    this.country = Optional.of(country);
    this.city = Optional.of(city);
    return this;
  }

  public EmployeeBuilder at(String address) {
    this.address = Optional.of(address);
    return this;
  }

  public EmployeeBuilder withExternalId(String externalId) {
    this.externalId = Optional.of(new ExternalId(externalId));
    return this;
  }

  public EmployeeBuilder withVersion(long number) {
    this.version = new Version(number);
    return this;
  }

  public EmployeeProfile profile() {
    return new EmployeeProfile(
        name(firstName),
        name(lastName),
        nickName.map(NickName::new),
        phone.map(PhoneNumber::new),
        email.map(EmailAddress::new),
        birthday,
        country.map(Country::new),
        city.map(City::new),
        address.map(PostalAddress::new));
  }

  public Employee build() {
    return new Employee(
        new EmployeeId(id), profile(), externalId, version, Fixtures.NOON, Fixtures.NOON);
  }

  private static Optional<PersonName> name(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty()).map(PersonName::new);
  }

  private static String phoneOf(String name) {
    return "+4420%08d".formatted(Math.floorMod(name.hashCode(), 100_000_000));
  }

  private static String emailOf(String firstName, String lastName) {
    return (firstName + "." + lastName).replace(' ', '-') + "@work.example";
  }
}
