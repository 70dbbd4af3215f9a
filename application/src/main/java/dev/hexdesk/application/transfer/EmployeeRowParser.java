package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.Violations.Checked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads employees from rows, by the same rules by which they are created one by one. */
final class EmployeeRowParser implements RowParser<ImportedEmployee> {
  private static final Set<String> COLUMNS =
      Set.of(
          "id",
          "external_id",
          "first_name",
          "last_name",
          "nick_name",
          "phone",
          "email",
          "birthday",
          "country",
          "city",
          "address",
          "created_at",
          "updated_at");

  private static final Set<String> NUMBERS = Set.of("id", "external_id");

  private final EmployeeRules rules;

  EmployeeRowParser(EmployeeRules rules) {
    this.rules = rules;
  }

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  @Override
  public @Nullable ImportedEmployee read(ImportRecord row, Instant now, ImportErrors faults) {
    CellParser cells = new CellParser(row, NUMBERS, Set.of());
    OptionalLong id = cells.id("id");
    var externalId = cells.externalId("external_id");
    var firstName = cells.required("first_name", rules.firstName());
    var lastName = cells.required("last_name", rules.lastName());
    var nickName = cells.optional("nick_name", rules.nickName());
    var phone = cells.required("phone", rules.phone());
    var email = cells.required("email", rules.email());
    var birthday = birthday(cells, now);
    var country = cells.optional("country", rules.country());
    var city = cells.optional("city", rules.city());
    var address = cells.optional("address", rules.address());
    Optional<Instant> createdAt = cells.past("created_at", now);
    Optional<Instant> updatedAt = cells.past("updated_at", now);
    cells.violations().requireOrder("created_at", createdAt, "updated_at", updatedAt);
    return RowParser.result(
        row,
        cells,
        faults,
        () ->
            new ImportedEmployee(
                row.line(),
                cells.given(),
                id,
                externalId.get(),
                new EmployeeProfile(
                    firstName.get(),
                    lastName.get(),
                    nickName.get(),
                    phone.get(),
                    email.get(),
                    birthday.map(Checked::get),
                    country.get(),
                    city.get(),
                    address.get()),
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
