package dev.hexdesk.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.AuthenticationService;
import dev.hexdesk.application.authentication.FakeAccessTokens;
import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.application.authentication.LoginService;
import dev.hexdesk.application.authentication.LoginThrottle;
import dev.hexdesk.application.bulk.BulkService;
import dev.hexdesk.application.comment.CommentReadService;
import dev.hexdesk.application.comment.CommentService;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.employee.EmployeeService;
import dev.hexdesk.application.memory.InMemoryDepartment;
import dev.hexdesk.application.setup.SetupService;
import dev.hexdesk.application.ticket.LinkReadService;
import dev.hexdesk.application.ticket.LinkService;
import dev.hexdesk.application.ticket.MergeService;
import dev.hexdesk.application.ticket.TicketHistoryService;
import dev.hexdesk.application.ticket.TicketReadService;
import dev.hexdesk.application.ticket.TicketService;
import dev.hexdesk.application.user.FakePasswordHasher;
import dev.hexdesk.application.user.SetUserPassword;
import dev.hexdesk.application.user.UserChangeService;
import dev.hexdesk.application.user.UserService;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The use cases on a department in memory, an hour after everybody in it was added. */
public final class TestUseCases {
  /** The moment at which the use cases act. */
  public static final Instant NOW = Fixtures.NOON.plusSeconds(3600);

  public final InMemoryDepartment department = new InMemoryDepartment();
  public final StoreFixture given = StoreFixture.in(department);
  public final FakePasswordHasher hasher = new FakePasswordHasher();
  public final FakeAccessTokens tokens = new FakeAccessTokens();
  public final LoginQueue loginLine =
      new LoginQueue(9, Duration.ofSeconds(9), new LoginQueue.Bounds(9, 4, 3, 2));
  public final UserService users;
  public final UserChangeService userChanges;
  public final EmployeeService employees;
  public final TicketService tickets;
  public final TicketReadService ticketReads;
  public final TicketHistoryService ticketHistory;
  public final CommentService comments;
  public final CommentReadService commentReads;
  public final MergeService merges;
  public final BulkService bulk;
  public final LinkService links;
  public final LinkReadService linkReads;
  public final AuthenticationService authentication;
  public final LoginService logins;
  public final SetupService setup;

  private Runnable meanwhile = () -> {};
  private Instant now = NOW;

  /** A desk with the default roles. */
  public TestUseCases() {
    this(TestRules.rolePolicy());
  }

  /** A desk whose operator regranted what the roles may do. */
  public TestUseCases(Map<Role, Set<Permission>> grants) {
    this(new RolePolicy(grants));
  }

  private TestUseCases(RolePolicy policy) {
    InMemoryDepartment d = department;
    LoginThrottle throttle =
        new LoginThrottle(d.failureCounts(), d.knownNetworks(), TestRules.loginLimits(), this::now);
    users =
        new UserService(
            d.unitOfWork(),
            d.users(),
            d.userQueries(),
            d.credentials(),
            hasher,
            throttle,
            policy,
            this::now);
    userChanges = new UserChangeService(d.unitOfWork(), d.users(), d.handover(), policy, this::now);
    employees =
        new EmployeeService(d.unitOfWork(), d.employees(), d.employeeQueries(), policy, this::now);
    tickets =
        new TicketService(d.unitOfWork(), d.tickets(), d.history(), d.users(), policy, this::now);
    ticketHistory = new TicketHistoryService(d.ticketQueries(), d.historyQueries(), policy);
    comments =
        new CommentService(
            d.unitOfWork(),
            d.comments(),
            d.tickets(),
            d.history(),
            policy,
            TestRules.commentRules(),
            this::now);
    merges =
        new MergeService(
            d.unitOfWork(), d.tickets(), d.commentHandover(), d.history(), policy, this::now);
    links =
        new LinkService(
            d.unitOfWork(),
            d.tickets(),
            d.links(),
            d.linkQueries(),
            d.history(),
            policy,
            this::now);
    linkReads = new LinkReadService(d.linkQueries(), d.ticketQueries(), policy);
    bulk = new BulkService(d.unitOfWork(), d.tickets(), tickets, tickets, comments);
    commentReads = new CommentReadService(d.commentQueries(), d.ticketQueries(), policy);
    ticketReads = new TicketReadService(d.ticketQueries(), d.employeeQueries(), policy);
    authentication = new AuthenticationService(d.credentials(), tokens, policy);
    logins = new LoginService(d.credentials(), hasher, loginLine, throttle, tokens, policy);
    setup =
        new SetupService(
            d.unitOfWork(),
            d.users(),
            d.credentials(),
            hasher,
            throttle,
            TestRules.passwordRules(),
            new Random(7),
            this::now);
  }

  /** Lets something happen at the very moment when a use case next looks at the clock. */
  public void meanwhile(Runnable event) {
    meanwhile = event;
  }

  private Instant now() {
    Runnable event = meanwhile;
    meanwhile = () -> {};
    event.run();
    return now;
  }

  /** Lets time go by. */
  public void letPass(Duration time) {
    now = now.plus(time);
  }

  /** Somebody of the department who has these roles. */
  public Actor somebody(Role... roles) {
    String name = "caller" + department.userCount();
    User caller = given.user(Fixtures.aUser().named(name).withRoles(roles));
    return Fixtures.actingAs(caller);
  }

  /** Gives somebody another password, as an administrator. */
  public void setPassword(UserId id, String password) {
    Actor admin = somebody(Role.ADMIN);
    assertThat(
            users.setPassword(
                new SetUserPassword.Command(
                    admin,
                    () -> Optional.of(admin),
                    id,
                    Precondition.NONE,
                    new Password(password))))
        .isEqualTo(new SetUserPassword.Result.Changed());
  }
}
