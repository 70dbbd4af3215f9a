package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.employee.ChangeEmployee;
import dev.hexdesk.application.employee.DeleteEmployee;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.application.user.ChangeUser;
import dev.hexdesk.application.user.DeleteUser;
import dev.hexdesk.application.user.ReplaceUser;
import dev.hexdesk.application.user.SetUserPassword;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.employee.EmployeePorts;
import dev.hexdesk.rest.employee.EmployeeSamples;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import dev.hexdesk.rest.testing.TestResponse;
import dev.hexdesk.rest.ticket.TicketPorts;
import dev.hexdesk.rest.ticket.TicketSamples;
import dev.hexdesk.rest.user.UserPorts;
import dev.hexdesk.rest.user.UserSamples;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What all have in common that change or delete one resource, or the version that is named. */
class VersionedWritesTest {
  private static final String EMPLOYEE = "/api/v1/employees/12";
  private static final String TICKET = "/api/v1/tickets/301";
  private static final String USER = "/api/v1/users/7";

  /**
   * One of them.
   *
   * @param id what is written
   * @param done the result when it is done
   * @param status what is answered then
   * @param refused the result that refuses
   * @param needed the permission that is missing where one is
   * @param call a request that is right, of an API in which the use case is at work
   */
  private record Write<C extends VersionedCommand<?>, R>(
      Object id,
      R done,
      int status,
      Function<Refusal, R> refused,
      Permission needed,
      Function<ScriptedUseCase<C, R>, Call> call) {

    ScriptedUseCase<C, R> useCase() {
      return ScriptedUseCase.answering(done);
    }

    /** What is answered when the use case has that result. */
    TestResponse answerTo(R result) {
      return call.apply(ScriptedUseCase.answering(result)).as(ADMIN).ifMatch("\"2\"").send();
    }

    TestResponse answerTo(Refusal refusal) {
      return answerTo(refused.apply(refusal));
    }

    @Override
    public String toString() {
      return needed + " " + id;
    }
  }

  private static Write<ChangeEmployee.Command, ChangeEmployee.Result> changeOfEmployee(
      Function<Api, Call> call) {
    return new Write<>(
        new EmployeeId(12),
        new ChangeEmployee.Result.Changed(EmployeeSamples.ZOYA),
        200,
        ChangeEmployee.Result.Refused::new,
        Permission.EMPLOYEE_UPDATE,
        useCase -> call.apply(employees(ports -> ports.change = useCase::run)));
  }

  private static Write<DeleteEmployee.Command, DeleteEmployee.Result> deletionOfEmployee() {
    return new Write<>(
        new EmployeeId(12),
        new DeleteEmployee.Result.Deleted(),
        204,
        DeleteEmployee.Result.Refused::new,
        Permission.EMPLOYEE_DELETE,
        useCase -> employees(ports -> ports.delete = useCase::run).delete(EMPLOYEE));
  }

  private static Write<ChangeTicket.Command, ChangeTicket.Result> changeOfTicket(
      Function<Api, Call> call) {
    return new Write<>(
        new TicketId(301),
        new ChangeTicket.Result.Changed(TicketSamples.PRINTER),
        200,
        ChangeTicket.Result.Refused::new,
        Permission.TICKET_UPDATE,
        useCase -> call.apply(tickets(ports -> ports.change = useCase::run)));
  }

  private static Write<DeleteTicket.Command, DeleteTicket.Result> deletionOfTicket() {
    return new Write<>(
        new TicketId(301),
        new DeleteTicket.Result.Deleted(),
        204,
        DeleteTicket.Result.Refused::new,
        Permission.TICKET_DELETE,
        useCase -> tickets(ports -> ports.delete = useCase::run).delete(TICKET));
  }

  private static <C extends VersionedCommand<?>, R> Write<C, R> ofUser(
      R done,
      int status,
      Function<Refusal, R> refused,
      Permission needed,
      Function<ScriptedUseCase<C, R>, Call> call) {
    return new Write<>(new UserId(7), done, status, refused, needed, call);
  }

  private static Write<ReplaceUser.Command, ChangeUser.Result> replacementOfUser() {
    return changeOfUser(
        useCase ->
            users(ports -> ports.replace = useCase::run)
                .put(USER)
                .json(UserSamples.REPLACEMENT.toString()));
  }

  private static <C extends VersionedCommand<?>> Write<C, ChangeUser.Result> changeOfUser(
      Function<ScriptedUseCase<C, ChangeUser.Result>, Call> call) {
    return ofUser(
        new ChangeUser.Result.Changed(UserSamples.OLENA),
        200,
        ChangeUser.Result.Refused::new,
        Permission.USER_UPDATE,
        call);
  }

  private static Write<ChangeUser.Command, ChangeUser.Result> changeOfUser() {
    return changeOfUser(
        useCase -> users(ports -> ports.change = useCase::run).patch(USER).mergePatch("{}"));
  }

  private static Write<SetUserPassword.Command, SetUserPassword.Result> passwordOfUser() {
    return ofUser(
        new SetUserPassword.Result.Changed(),
        204,
        SetUserPassword.Result.Refused::new,
        Permission.USER_UPDATE_PASSWORD,
        useCase ->
            users(ports -> ports.setPassword = useCase::run)
                .put(USER + "/password")
                .json("{\"new_password\": \"Battery!Staple8\"}"));
  }

  private static Write<DeleteUser.Command, DeleteUser.Result> deletionOfUser() {
    return ofUser(
        new DeleteUser.Result.Deleted(),
        204,
        DeleteUser.Result.Refused::new,
        Permission.USER_DELETE,
        useCase -> users(ports -> ports.delete = useCase::run).delete(USER));
  }

  private static Api employees(Consumer<EmployeePorts> working) {
    EmployeePorts ports = new EmployeePorts();
    working.accept(ports);
    return ports.api();
  }

  private static Api tickets(Consumer<TicketPorts> working) {
    TicketPorts ports = new TicketPorts();
    working.accept(ports);
    return ports.api();
  }

  private static Api users(Consumer<UserPorts> working) {
    UserPorts ports = new UserPorts();
    working.accept(ports);
    return ports.api();
  }

  static Stream<Write<?, ?>> writes() {
    return Stream.of(
        changeOfEmployee(api -> api.put(EMPLOYEE).json(EmployeeSamples.NEW_EMPLOYEE.toString())),
        changeOfEmployee(api -> api.patch(EMPLOYEE).mergePatch("{\"city\": \"Київ\"}")),
        deletionOfEmployee(),
        changeOfTicket(api -> api.put(TICKET).json(TicketSamples.NEW_TICKET.toString())),
        changeOfTicket(api -> api.patch(TICKET).mergePatch("{\"status\": \"pending\"}")),
        deletionOfTicket(),
        replacementOfUser(),
        changeOfUser(),
        passwordOfUser(),
        deletionOfUser());
  }

  @ParameterizedTest
  @MethodSource("writes")
  <C extends VersionedCommand<?>, R> void handsOverWhatIsMeantAndInWhichVersion(Write<C, R> write) {
    ScriptedUseCase<C, R> useCase = write.useCase();

    TestResponse answer = write.call().apply(useCase).as(ADMIN).ifMatch("\"3\", \"4\"").send();

    assertThat(answer).hasStatus(write.status());
    if (write.status() == 204) {
      assertThat(answer).hasNoBody();
    }
    C asked = useCase.asked().getLast();
    Assertions.assertThat(asked.id()).isEqualTo(write.id());
    Assertions.assertThat(asked.precondition().holdsFor(new Version(4))).isTrue();
    Assertions.assertThat(asked.precondition().holdsFor(new Version(5))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("writes")
  void tellsWhyTheUseCaseRefused(Write<?, ?> write) {
    assertThat(write.answerTo(new Refusal.Unknown())).isProblem(ProblemType.NOT_FOUND);
    assertThat(write.answerTo(new Refusal.PreconditionFailed()))
        .isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(write.answerTo(new Refusal.Denied(new MissingPermission(write.needed()))))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", write.needed().code());
  }

  static Stream<Arguments> obstacles() {
    TicketId other = new TicketId(302);
    return Stream.of(
        Arguments.of(
            deletionOfEmployee().answerTo(new DeleteEmployee.Result.InUse()), ProblemType.IN_USE),
        Arguments.of(
            deletionOfTicket().answerTo(new DeleteTicket.Result.InUse()), ProblemType.IN_USE),
        Arguments.of(
            deletionOfTicket().answerTo(new DeleteTicket.Result.Merged(other)),
            ProblemType.TICKET_MERGED),
        Arguments.of(deletionOfUser().answerTo(new DeleteUser.Result.InUse()), ProblemType.IN_USE),
        Arguments.of(
            deletionOfUser().answerTo(new DeleteUser.Result.LastAdministrator()),
            ProblemType.LAST_ADMIN),
        Arguments.of(
            changeOfUser().answerTo(new ChangeUser.Result.LastAdministrator()),
            ProblemType.LAST_ADMIN),
        Arguments.of(
            replacementOfUser().answerTo(new ChangeUser.Result.LastAdministrator()),
            ProblemType.LAST_ADMIN),
        Arguments.of(
            passwordOfUser().answerTo(new SetUserPassword.Result.TokenVoid()),
            ProblemType.INVALID_TOKEN));
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void tellsWhatIsInTheWay(TestResponse answer, ProblemType problem) {
    assertThat(answer).isProblem(problem);
  }
}
