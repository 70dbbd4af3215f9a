package dev.hexdesk.rest.employee;

import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA_READ;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.employee.ListEmployees;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.ListContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListEmployeesTest extends ListContract<ListEmployees.Query, Employee> {
  private final EmployeePorts ports = new EmployeePorts();

  ListEmployeesTest() {
    super(
        ZOYA,
        new Sample<>(
            ZOYA_READ,
            new ListEmployees.Query(
                actorOf(SUPPORT),
                EmployeeFilter.all(),
                Sort.ascending(EmployeeSortField.ID),
                PageSelection.first(50)),
            Permission.EMPLOYEE_READ));
    ports.list = useCase::run;
  }

  @Override
  protected TestResponse list(String query) {
    return ports.api().get("/api/v1/employees" + query).as(SUPPORT).send();
  }

  @Test
  void narrowsTheListByEveryFilter() {
    list("?q=a%20b&phone=%2B442071838750&email=z@example.com&country=Ukraine&city=%D0%9A&limit=1");

    Assertions.assertThat(useCase.asked().getFirst().filter())
        .isEqualTo(
            new EmployeeFilter(
                Optional.of("a b"),
                Optional.of("+442071838750"),
                Optional.of("z@example.com"),
                Optional.of("Ukraine"),
                Optional.of("К")));
    Assertions.assertThat(useCase.asked().getFirst().page()).isEqualTo(PageSelection.first(1));
  }

  @ParameterizedTest
  @CsvSource({
    "id, ID, false",
    "last_name, LAST_NAME, false",
    "-last_name, LAST_NAME, true",
    "-created_at, CREATED_AT, true",
    "updated_at, UPDATED_AT, false"
  })
  void sortsByTheDocumentedFields(String sort, EmployeeSortField field, boolean descending) {
    list("?sort=" + sort);

    Assertions.assertThat(useCase.asked().getFirst().sort())
        .isEqualTo(new Sort<>(field, descending));
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "first_name", "", "-", "lastName"})
  void sortsByNothingElse(String sort) {
    assertThat(list("?sort=" + sort))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("sort unknown_value");
  }

  @ParameterizedTest
  @CsvSource({
    "phone=+442071838750, phone format",
    "phone=x, phone format",
    "email=ann+desk@example.org, email format",
    "email=, email format",
    "country=, country blank",
    "city=%20, city blank",
  })
  void refusesWhatCanBeNobodysInsteadOfFindingNobody(String query, String fault) {
    assertThat(list("?" + query)).isProblem(ProblemType.MALFORMED_REQUEST).hasFaults(fault);
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @Test
  void saysHowAPlusSignIsWritten() {
    Assertions.assertThat(list("?phone=+442071838750").text()).contains("write + as %2B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone=%2B00000000004", "email=erased-4@invalid", "email=a%2Bb@x.org"})
  void looksForWhatMayBeThere(String query) {
    assertThat(list("?" + query)).hasStatus(200);
  }
}
