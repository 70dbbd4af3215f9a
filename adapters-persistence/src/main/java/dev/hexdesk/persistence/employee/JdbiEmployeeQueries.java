package dev.hexdesk.persistence.employee;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeQueries;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.transfer.EmployeeRowStreams;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.KeysetList;
import dev.hexdesk.persistence.support.SortColumn;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads employees from PostgreSQL. */
public record JdbiEmployeeQueries(JdbiUnitOfWork unitOfWork)
    implements EmployeeQueries, EmployeeRowStreams {
  private static final String FIND =
      "SELECT " + EmployeeRow.COLUMNS + " FROM employees WHERE id = ?";

  private static final KeysetList<EmployeeSortField, Employee> LIST =
      new KeysetList<>(
          "employees",
          EmployeeRow.COLUMNS,
          (row, context) -> EmployeeRow.employee(row),
          JdbiEmployeeQueries::sortColumn,
          employee -> employee.id().value());

  private static final String ALL =
      "SELECT " + EmployeeRow.COLUMNS + " FROM employees WHERE id = ANY (?)";

  /** A long list in an order of its own may have to be sorted first. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return unitOfWork.rows().findById(FIND, id.value(), EmployeeRow::employee);
  }

  @Override
  public List<Employee> all(Set<EmployeeId> ids) {
    return unitOfWork
        .rows()
        .list(
            ALL,
            EmployeeRow::employee,
            SqlValues.array("bigint", ids.stream().map(EmployeeId::value).toList()));
  }

  @Override
  public Page<Employee> list(
      EmployeeFilter filter, Sort<EmployeeSortField> sort, PageSelection page) {
    return unitOfWork.with(handle -> LIST.page(handle, conditions(filter), sort, page));
  }

  @Override
  public RowStream<Employee> extract(EmployeeFilter filter, Sort<EmployeeSortField> sort) {
    return unitOfWork.longTransactions().stream(
        STATEMENT_TIMEOUT,
        (handle, handler) -> LIST.forEach(handle, conditions(filter), sort, handler));
  }

  private static SortColumn<Employee> sortColumn(EmployeeSortField field) {
    return switch (field) {
      case ID -> SortColumn.number("id", employee -> employee.id().value());
      case LAST_NAME ->
          SortColumn.text("last_name_key", employee -> employee.profile().sortName().value());
      case CREATED_AT -> SortColumn.instant("created_at", Employee::createdAt);
      case UPDATED_AT -> SortColumn.instant("updated_at", Employee::updatedAt);
    };
  }

  /** A number is everybody's who is behind it, whatever their extension. */
  private static void addPhone(WhereClause wanted, String phone) {
    if (WhereClause.isStorable(phone) && !phone.contains(PhoneNumber.BEFORE_EXTENSION)) {
      wanted.add(
          "(phone = ? OR (phone > ? AND phone < ?))",
          SqlValues.text(phone),
          SqlValues.text(phone + PhoneNumber.BEFORE_EXTENSION),
          SqlValues.text(phone + PhoneNumber.AFTER_EXTENSIONS));
    } else {
      wanted.addText("phone = ?", phone);
    }
  }

  /** Without marks, by the index; where these count, each match is looked at again. */
  private static void addPlace(
      WhereClause wanted, @CompileTimeConstant final String column, String place) {
    wanted.addText("hexdesk_place(" + column + ", false) = hexdesk_place(?, false)", place);
    wanted.addText(
        "(NOT (SELECT accent_sensitive FROM search_settings) OR hexdesk_place("
            + column
            + ", true) = hexdesk_place(?, true))",
        place);
  }

  private static WhereClause conditions(EmployeeFilter filter) {
    WhereClause wanted = new WhereClause();
    filter.phone().ifPresent(it -> addPhone(wanted, it));
    filter.email().ifPresent(it -> wanted.addText("email_key = ?", EmailAddress.keyOf(it)));
    filter.country().ifPresent(it -> addPlace(wanted, "country", it));
    filter.city().ifPresent(it -> addPlace(wanted, "city", it));
    filter.q().ifPresent(wanted::addSearch);
    return wanted;
  }
}
