package dev.hexdesk.persistence.employee;

import dev.hexdesk.application.employee.EmployeeRepository;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps employees in PostgreSQL. */
public record JdbiEmployeeRepository(JdbiUnitOfWork unitOfWork) implements EmployeeRepository {
  private static final Map<String, UniqueStoring<Employee>> UNIQUE_CONSTRAINTS =
      Map.of(
          "employees_phone_unique", new UniqueStoring.AlreadyExists<>("phone"),
          "employees_email_unique", new UniqueStoring.AlreadyExists<>("email"));
  private static final Map<String, Deletion> IN_USE =
      Map.of("tickets_employee_exists", Deletion.IN_USE);

  private static final String INSERT =
      """
      INSERT INTO employees (
        first_name, last_name, last_name_key, nick_name, phone, email, email_key, birthday,
        country, city, address, search_text, version, created_at, updated_at)
      VALUES (
        :firstName, :lastName, :lastNameKey, :nickName, :phone, :email, :emailKey, :birthday,
        :country, :city, :address, :searchText, 1, :now, :now)
      RETURNING
      """
          + EmployeeRow.COLUMNS;

  private static final String IS_RENAMED =
      """
      SELECT EXISTS (
        SELECT 1 FROM employees
         WHERE id = :id AND (first_name, last_name, nick_name)
                            IS DISTINCT FROM (:firstName, :lastName, :nickName))
      """;

  private static final String UPDATE =
      """
      UPDATE employees
         SET first_name = :firstName, last_name = :lastName, last_name_key = :lastNameKey,
             nick_name = :nickName, phone = :phone, email = :email, email_key = :emailKey,
             birthday = :birthday, country = :country, city = :city, address = :address,
             search_text = :searchText, version = :version, updated_at = :updatedAt
       WHERE id = :id AND version = :version - 1
      RETURNING
      """
          + EmployeeRow.COLUMNS;

  private static final String ERASE =
      """
      UPDATE employees
         SET first_name = :firstName, last_name = :lastName, last_name_key = :lastNameKey,
             nick_name = :nickName, phone = :phone, email = :email, email_key = :emailKey,
             birthday = :birthday, country = :country, city = :city, address = :address,
             search_text = :searchText, external_id = NULL, version = :version,
             updated_at = :updatedAt, erased_at = :erasedAt
       WHERE id = :id AND version = :version - 1
      RETURNING id
      """;

  private static final String FIND_FOR_UPDATE =
      "SELECT " + EmployeeRow.COLUMNS + " FROM employees WHERE id = ? FOR NO KEY UPDATE";

  /** A new name goes into the words of all tickets, of which there may be tens of thousands. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  @Override
  public UniqueStoring<Employee> insert(EmployeeProfile profile, Instant now) {
    return unitOfWork.write(
        UNIQUE_CONSTRAINTS,
        handle ->
            new UniqueStoring.Stored<>(
                EmployeeRow.bind(handle.createQuery(INSERT), profile)
                    .bind("now", SqlValues.instant(now))
                    .map((row, context) -> EmployeeRow.employee(row))
                    .one()));
  }

  @Override
  public UniqueStoring<Employee> update(Employee employee) {
    if (isRenamed(employee)) {
      unitOfWork.longTransactions().extend(STATEMENT_TIMEOUT);
    }
    return unitOfWork.write(
        UNIQUE_CONSTRAINTS,
        handle ->
            EmployeeRow.bind(handle.createQuery(UPDATE), employee.profile())
                .bind("id", employee.id().value())
                .bind("version", employee.version().number())
                .bind("updatedAt", SqlValues.instant(employee.updatedAt()))
                .map((row, context) -> EmployeeRow.employee(row))
                .findOne()
                .map(UniqueStoring.Stored::new)
                .orElseThrow(() -> new StaleVersion("the employee")));
  }

  private boolean isRenamed(Employee employee) {
    EmployeeProfile profile = employee.profile();
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(IS_RENAMED)
                .bind("id", employee.id().value())
                .bind("firstName", profile.firstName().map(PersonName::value))
                .bind("lastName", profile.lastName().map(PersonName::value))
                .bind("nickName", profile.nickName().map(NickName::value))
                .mapTo(boolean.class)
                .one());
  }

  @Override
  public Optional<Employee> findForUpdate(EmployeeId id) {
    return unitOfWork.rows().findForUpdate(FIND_FOR_UPDATE, id.value(), EmployeeRow::employee);
  }

  @Override
  public void erase(Employee employee) {
    unitOfWork.with(
        handle ->
            EmployeeRow.bind(handle.createQuery(ERASE), employee.profile())
                .bind("id", employee.id().value())
                .bind("version", employee.version().number())
                .bind("updatedAt", SqlValues.instant(employee.updatedAt()))
                .bind("erasedAt", SqlValues.maybeInstant(employee.erasedAt()))
                .mapTo(long.class)
                .findOne()
                .orElseThrow(() -> new StaleVersion("the employee")));
  }

  @Override
  public Deletion delete(EmployeeId id) {
    return unitOfWork.write(
        IN_USE,
        handle ->
            handle.execute("DELETE FROM employees WHERE id = ?", id.value()) == 0
                ? Deletion.UNKNOWN
                : Deletion.DELETED);
  }
}
