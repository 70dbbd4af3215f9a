package dev.hexdesk.rest.employee;

import static dev.hexdesk.rest.employee.EmployeeSamples.NEW_EMPLOYEE;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA_READ;
import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.employee.ChangeEmployee;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEmployeeTest {
  private final EmployeePorts ports = new EmployeePorts();
  private final ScriptedUseCase<ChangeEmployee.Command, ChangeEmployee.Result> useCase =
      ScriptedUseCase.answering(new ChangeEmployee.Result.Changed(ZOYA));

  /** The two ways to change an employee, which end alike. */
  private enum Way {
    REPLACE,
    PATCH
  }

  ChangeEmployeeTest() {
    ports.change = useCase::run;
    ports.show = query -> new ReadResult.Found<>(ZOYA);
  }

  private Call replace(String body) {
    return ports.api().put("/api/v1/employees/12").as(MANAGER).json(body);
  }

  private Call patch(String body) {
    return ports.api().patch("/api/v1/employees/12").as(MANAGER).mergePatch(body);
  }

  private Call change(Way way) {
    return way == Way.REPLACE ? replace(NEW_EMPLOYEE.toString()) : patch("{\"city\": \"Київ\"}");
  }

  private EmployeeProfile changed() {
    return useCase.asked().getLast().changes().appliedTo(ZOYA.profile());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersTheEmployeeAsTheyAreNow(Way way) {
    assertThat(change(way).send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(ZOYA_READ);
    assertThat(useCase.asked().getFirst().id()).isEqualTo(new EmployeeId(12));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void tellsWhichValueIsTaken(Way way) {
    useCase.answers(new ChangeEmployee.Result.AlreadyExists("email"));

    assertThat(change(way).send())
        .isProblem(ProblemType.ALREADY_EXISTS)
        .hasMember("field", "email")
        .hasFaults("/email already_exists");
  }

  @Test
  void replacesEverything() {
    replace(NEW_EMPLOYEE.without("nick_name").without("birthday").without("city").toString())
        .send();

    assertThat(useCase.asked().getFirst().changes())
        .isEqualTo(
            EmployeeChanges.to(
                new EmployeeProfile(
                    ZOYA.profile().firstName(),
                    ZOYA.profile().lastName(),
                    Optional.empty(),
                    ZOYA.profile().phone(),
                    ZOYA.profile().email(),
                    Optional.empty(),
                    ZOYA.profile().country(),
                    Optional.empty(),
                    ZOYA.profile().address())));
  }

  @Test
  void patchesNothingThatIsNotNamed() {
    patch("{}").send();

    assertThat(changed()).isEqualTo(ZOYA.profile());
  }

  @Test
  void patchesWhatIsNamed() {
    patch("{\"first_name\": \"Zoë\", \"birthday\": \"1991-01-02\"}").send();

    assertThat(changed().firstName()).hasToString("Optional[Zoë]");
    assertThat(changed().birthday()).hasToString("Optional[1991-01-02]");
    assertThat(changed().lastName()).isEqualTo(ZOYA.profile().lastName());
  }

  @Test
  void clearsWhatIsOptional() {
    patch(
            """
            {"first_name": " ", "nick_name": null, "phone": null, "email": null, "birthday": null,
             "country": null, "city": null, "address": null}
            """)
        .send();

    assertThat(changed().firstName()).isEmpty();
    assertThat(changed().phone()).isEmpty();
    assertThat(changed().email()).isEmpty();
    assertThat(changed().nickName()).isEmpty();
    assertThat(changed().birthday()).isEmpty();
    assertThat(changed().country()).isEmpty();
    assertThat(changed().city()).isEmpty();
    assertThat(changed().address()).isEmpty();
  }

  @Test
  void tellsThatNoNameWouldBeLeft() {
    useCase.answers(new ChangeEmployee.Result.Nameless());

    assertThat(patch("{\"first_name\": null, \"last_name\": \"\"}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/first_name required", "/last_name required");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"birthday": 5}      | /birthday
          {"city": true}       | /city
          {"city": ["Київ"]}   | /city
          {"phone": 1.5}       | /phone
          """)
  void turnsNoTypeIntoAnother(String patch, String pointer) {
    assertThat(patch(patch).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults(pointer + " type");
  }

  @Test
  void namesEveryFaultOfAReplacementAtOnce() {
    assertThat(replace("{\"birthday\": \"2999-01-01\"}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/first_name required", "/last_name required", "/birthday not_in_past");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nick_name",
        "phone",
        "phone_extension",
        "email",
        "birthday",
        "country",
        "city",
        "address"
      })
  void tellsWhatStandsForNothing(String field) {
    assertThat(patch("{\"" + field + "\": \"\"}").send().text())
        .contains("; null where there is none\"");
  }

  @Test
  void namesEveryFaultOfAPatchAtOnce() {
    assertThat(patch("{\"id\": 1, \"phone\": \"x\", \"birthday\": \"x\", \"city\": \"\"}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/id read_only", "/phone too_short", "/birthday format", "/city too_short");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void refusesFieldsThatCannotBeWritten(Way way) {
    Call call =
        way == Way.REPLACE
            ? replace(NEW_EMPLOYEE.with("created_at", "null").toString())
            : patch("{\"created_at\": null}");

    assertThat(call.send()).isProblem(ProblemType.READ_ONLY).hasFaults("/created_at read_only");
  }
}
