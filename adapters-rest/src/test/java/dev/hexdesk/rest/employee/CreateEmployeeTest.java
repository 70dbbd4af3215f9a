package dev.hexdesk.rest.employee;

import static dev.hexdesk.rest.employee.EmployeeSamples.NEW_EMPLOYEE;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA_READ;
import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.employee.CreateEmployee;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Body;
import dev.hexdesk.rest.testing.CreationContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateEmployeeTest extends CreationContract<CreateEmployee.Command, CreateEmployee.Result> {
  private final EmployeePorts ports = new EmployeePorts();

  CreateEmployeeTest() {
    super(
        new CreateEmployee.Result.Created(ZOYA),
        new Sample(NEW_EMPLOYEE, "employees/12", ZOYA_READ));
    ports.create = useCase::run;
  }

  @Override
  protected TestResponse create(Body body) {
    return ports.api().post("/api/v1/employees").as(MANAGER).json(body.toString()).send();
  }

  @Test
  void handsOverWhatWasSent() {
    create(NEW_EMPLOYEE);

    Assertions.assertThat(useCase.asked())
        .containsExactly(new CreateEmployee.Command(actorOf(MANAGER), ZOYA.profile()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first_name",
        "last_name",
        "nick_name",
        "phone",
        "email",
        "birthday",
        "country",
        "city",
        "address"
      })
  void needsNoOptionalField(String field) {
    assertThat(create(NEW_EMPLOYEE.without(field))).hasStatus(201);
    assertThat(create(NEW_EMPLOYEE.with(field, "null"))).hasStatus(201);

    Assertions.assertThat(useCase.asked().get(0)).isEqualTo(useCase.asked().get(1));
    Assertions.assertThat(useCase.asked().getFirst().profile()).isNotEqualTo(ZOYA.profile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \\u00a0\""})
  void needsOneName(String nothing) {
    refuses(
        NEW_EMPLOYEE.with("first_name", nothing).with("last_name", "null"),
        "/first_name required",
        "/last_name required");
    assertThat(create(NEW_EMPLOYEE.with("first_name", nothing))).hasStatus(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          first_name | "4ever"             | format
          last_name  | "Lee, Jr."          | format
          nick_name  | "Z"                 | too_short
          nick_name  | "   "               | blank
          nick_name  | "Z\\u0000ë"         | control_character
          nick_name  | "Z\\ud800"          | encoding
          phone      | "+0442071838750"    | format
          email      | "zoya@example"      | format
          country    | "U"                 | too_short
          city       | ""                  | too_short
          address    | "St 4"              | too_short
          address    | "12 Khreshchatyk\\nSt" | control_character
          birthday   | "2026-11-23"        | not_in_past
          birthday   | "2030-01-01"        | not_in_past
          birthday   | "1849-12-31"        | too_early
          birthday   | "1990-02-30"        | format
          birthday   | "1990-4-23"         | format
          birthday   | "23.04.1990"        | format
          birthday   | "1990-04-23T00:00:00Z" | format
          birthday   | "+11990-04-23"      | format
          birthday   | "١٩٩٠-٠٤-٢٣"        | format
          birthday   | ""                  | format
          """)
  void refusesWhatTheRulesForbid(String field, String value, String code) {
    refuses(NEW_EMPLOYEE.with(field, value), "/" + field + " " + code);
  }

  /** Many forms send an empty text for a field that nobody has filled in. */
  @ParameterizedTest
  @ValueSource(strings = {"nick_name", "phone", "email", "birthday", "country", "city", "address"})
  void tellsWhatStandsForNothing(String field) {
    for (String nothing : List.of("\"\"", "\" \"")) {
      Assertions.assertThat(create(NEW_EMPLOYEE.with(field, nothing)).text())
          .contains("; null where there is none\"");
    }
    Assertions.assertThat(create(NEW_EMPLOYEE.with(field, "\"?\"")).text())
        .doesNotContain("null where");
  }

  @Test
  void takesYesterdayForABirthday() {
    assertThat(create(NEW_EMPLOYEE.with("birthday", "\"2026-11-22\""))).hasStatus(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          birthday   | 19900423
          birthday   | [1990, 4, 23]
          birthday   | {"year": 1990}
          first_name | 5
          first_name | 1.5
          first_name | true
          first_name | ["Зоя"]
          nick_name  | 5
          city       | false
          """)
  void turnsNoTypeIntoAnother(String field, String value) {
    refuses(ProblemType.MALFORMED_REQUEST, NEW_EMPLOYEE.with(field, value), "/" + field + " type");
  }

  @Test
  void namesEveryFaultAtOnce() {
    refuses(
        Body.of(
            """
            {"id": 3, "tickets": [], "last_name": null, "nick_name": "Z", "phone": "1",
             "birthday": "tomorrow", "country": "U", "city": "K", "address": "St"}
            """),
        "/id read_only",
        "/tickets read_only",
        "/first_name required",
        "/last_name required",
        "/nick_name too_short",
        "/phone too_short",
        "/birthday format",
        "/country too_short",
        "/city too_short",
        "/address too_short");
  }

  @Test
  void refusesFieldsThatCannotBeWritten() {
    refuses(
        ProblemType.READ_ONLY,
        NEW_EMPLOYEE.with("id", "5").with("erased_at", "false").with("updated_at", "null"),
        "/erased_at read_only",
        "/id read_only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone", "email"})
  void tellsWhichValueIsTaken(String field) {
    useCase.answers(new CreateEmployee.Result.AlreadyExists(field));

    assertThat(create(NEW_EMPLOYEE))
        .isProblem(ProblemType.ALREADY_EXISTS)
        .hasMember("field", field)
        .hasFaults("/" + field + " already_exists");
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    useCase.answers(
        new CreateEmployee.Result.Denied(new MissingPermission(Permission.EMPLOYEE_CREATE)));

    assertThat(create(NEW_EMPLOYEE))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "employee:create");
  }
}
