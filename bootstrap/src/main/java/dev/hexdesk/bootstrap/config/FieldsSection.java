package dev.hexdesk.bootstrap.config;

import dev.hexdesk.bootstrap.phones.PhoneSpelling;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.domain.user.Username;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.Valid;

/** What the text fields of users, employees, tickets and comments must look like. */
public record FieldsSection(
    @Valid UserFields user,
    @Valid EmployeeFields employee,
    @Valid TicketFields ticket,
    @Valid CommentFields comment) {

  /** The fields of a user. */
  @SelfValidating
  public record UserFields(
      @Valid FieldSection username,
      @Valid FieldSection firstName,
      @Valid FieldSection lastName,
      @Valid FieldSection phone,
      @Valid FieldSection email) {

    UserRules rules(PasswordRules password, PhoneSpelling phones) {
      return new UserRules(
          username.rule(Username::new).normalizedBy(Username::normalized),
          firstName.rule(PersonName::new).normalizedBy(PersonName::normalized),
          lastName.rule(PersonName::new).normalizedBy(PersonName::normalized),
          phone.rule(PhoneNumber::new).normalizedBy(phones::normalized),
          email.rule(EmailAddress::new).normalizedBy(EmailAddress::normalized),
          password);
    }

    /** Checks the lengths against what can be stored. */
    @SelfValidation
    public void check(ViolationCollector violations) {
      username.checkFits("username", Username.LONGEST, violations);
      firstName.checkFits("firstName", PersonName.LONGEST, violations);
      lastName.checkFits("lastName", PersonName.LONGEST, violations);
      phone.checkFits("phone", PhoneNumber.LONGEST, violations);
      email.checkFits("email", EmailAddress.LONGEST, violations);
    }
  }

  /** The fields of an employee. */
  @SelfValidating
  public record EmployeeFields(
      @Valid FieldSection firstName,
      @Valid FieldSection lastName,
      @Valid FieldSection nickName,
      @Valid UniqueFieldSection phone,
      @Valid UniqueFieldSection email,
      @Valid FieldSection country,
      @Valid FieldSection city,
      @Valid FieldSection address) {

    EmployeeRules rules(PhoneSpelling phones) {
      return new EmployeeRules(
          firstName.rule(PersonName::new).normalizedBy(PersonName::normalized),
          lastName.rule(PersonName::new).normalizedBy(PersonName::normalized),
          nickName.rule(NickName::new).normalizedBy(PersonName::normalized),
          phone.withExtension().rule(PhoneNumber::new).normalizedBy(phones::normalized),
          email.rule(EmailAddress::new).normalizedBy(EmailAddress::normalized),
          country.rule(Country::new).normalizedBy(WellFormed::line),
          city.rule(City::new).normalizedBy(WellFormed::line),
          address.rule(PostalAddress::new).normalizedBy(WellFormed::line));
    }

    /** Checks the lengths against what can be stored. */
    @SelfValidation
    public void check(ViolationCollector violations) {
      firstName.checkFits("firstName", PersonName.LONGEST, violations);
      lastName.checkFits("lastName", PersonName.LONGEST, violations);
      nickName.checkFits("nickName", NickName.LONGEST, violations);
      phone.checkFits("phone", PhoneNumber.LONGEST, violations);
      email.checkFits("email", EmailAddress.LONGEST, violations);
      country.checkFits("country", Country.LONGEST, violations);
      city.checkFits("city", City.LONGEST, violations);
      address.checkFits("address", PostalAddress.LONGEST, violations);
    }
  }

  /** The fields of a ticket. */
  @SelfValidating
  public record TicketFields(
      @Valid FieldSection title, @Valid FieldSection description, @Valid FieldSection tag) {
    TicketRules rules() {
      return new TicketRules(
          title.rule(Title::new),
          description.rule(Description::new).onSeveralLines(),
          tag.rule(Tag::new).normalizedBy(Tag::normalized));
    }

    /** Checks the lengths against what can be stored. */
    @SelfValidation
    public void check(ViolationCollector violations) {
      title.checkFits("title", Title.LONGEST, violations);
      description.checkFits("description", Description.LONGEST, violations);
      tag.checkFits("tag", Tag.LONGEST, violations);
    }
  }

  /** The fields of a comment. */
  @SelfValidating
  public record CommentFields(@Valid FieldSection body) {
    TextRule<CommentBody> rule() {
      return body.rule(CommentBody::new).onSeveralLines();
    }

    /** Checks the lengths against what can be stored. */
    @SelfValidation
    public void check(ViolationCollector violations) {
      body.checkFits("body", CommentBody.LONGEST, violations);
    }
  }
}
