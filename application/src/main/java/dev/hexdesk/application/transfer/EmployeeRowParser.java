package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Violations.Checked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads employees from rows, by the same rules by which they are created one by one. */
public final class EmployeeRowParser implements RowParser<ImportedEmployee> {
  /** The columns of files of employees. */
  public static final FileColumns<Employee> COLUMNS =
      new FileColumns.Builder<Employee>()
          .number("id", it -> it.id().value())
          .maybeNumericText("external_id", it -> it.externalId().map(ExternalId::value))
          .maybeText("first_name", it -> it.profile().firstName().map(PersonName::value))
          .maybeText("last_name", it -> it.profile().lastName().map(PersonName::value))
          .maybeText("nick_name", it -> it.profile().nickName().map(NickName::value))
          .maybeText("phone", it -> it.profile().phone().map(PhoneNumber::number))
          .maybeNumericText(
              "phone_extension", it -> it.profile().phone().flatMap(PhoneNumber::extension))
          .maybeText("email", it -> it.profile().email().map(EmailAddress::value))
          .maybeText("birthday", it -> it.profile().birthday().map(LocalDate::toString))
          .maybeText("country", it -> it.profile().country().map(Country::value))
          .maybeText("city", it -> it.profile().city().map(City::value))
          .maybeText("address", it -> it.profile().address().map(PostalAddress::value))
          .moment("created_at", Employee::createdAt)
          .moment("updated_at", Employee::updatedAt)
          .onlyShown("erased_at")
          .build();

  private final EmployeeRules rules;

  public EmployeeRowParser(EmployeeRules rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> columns() {
    return COLUMNS.readable();
  }

  @Override
  public @Nullable ImportedEmployee read(ImportRecord row, Instant now, ImportErrors errors) {
    CellParser cells = new CellParser(row, COLUMNS);
    OptionalLong id = cells.id("id");
    Optional<ImportedEmployee> erased = ErasedEmployee.of(row, id);
    if (erased.isPresent()) {
      return erased.get();
    }
    var externalId = cells.externalId("external_id");
    var firstName = cells.name("first_name", rules.firstName());
    var lastName = cells.name("last_name", rules.lastName());
    var nickName = cells.optional("nick_name", rules.nickName());
    var phone = cells.phone("phone", "phone_extension", rules.phone());
    var email = cells.email("email", rules.email());
    var birthday = birthday(cells, now);
    var country = cells.optional("country", rules.country());
    var city = cells.optional("city", rules.city());
    var address = cells.onOneLine("address", rules.address());
    Optional<Instant> createdAt = cells.past("created_at", now);
    Optional<Instant> updatedAt = cells.past("updated_at", now);
    cells.violations().requireOrder("created_at", createdAt, "updated_at", updatedAt);
    return RowParser.result(
        row,
        cells,
        errors,
        () ->
            new ImportedEmployee(
                row.line(),
                cells.given(),
                id,
                externalId.get(),
                new EmployeeChanges(
                    cells.ifGiven(firstName.get(), "first_name"),
                    cells.ifGiven(lastName.get(), "last_name"),
                    cells.ifGiven(nickName.get(), "nick_name"),
                    cells.ifGiven(phone.get(), "phone", "phone_extension"),
                    Change.keep(),
                    cells.ifGiven(email.get(), "email"),
                    cells.ifGiven(birthday.map(Checked::get), "birthday"),
                    cells.ifGiven(country.get(), "country"),
                    cells.ifGiven(city.get(), "city"),
                    cells.ifGiven(address.get(), "address")),
                createdAt,
                updatedAt));
  }

  private Optional<Checked<LocalDate>> birthday(CellParser cells, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return cells
        .date("birthday", "1990-04-23")
        .map(day -> rules.birthday(day, today, cells.violations()));
  }
}
