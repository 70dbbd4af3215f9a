package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.authentication.LockoutPolicies;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.limits.RequestLimits;
import dev.hexdesk.rest.openapi.OperatorTexts;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.security.Argon2Cost;
import dev.hexdesk.security.ZxcvbnPasswords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The template's values, measured against the API contract and the platform's findings. */
class DefaultsOfTemplateTest {
  private final HexdeskConfiguration defaults = Configurations.defaults();

  @Test
  void boundFailedLoginsAndTrustNoProxy() {
    assertThat(defaults.loginLimits())
        .isEqualTo(
            new LockoutPolicies(
                new LockoutPolicy(
                    10, Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofHours(1)),
                within(100, Duration.ofMinutes(10)),
                within(1000, Duration.ofMinutes(10))));
    assertThat(defaults.loginsAtOnce()).isEqualTo(new LoginQueue.Bounds(512, 512, 256, 64));
    assertThat(defaults.trustedProxies().isEmpty()).isTrue();
    assertThat(defaults.connectionsPerAddress()).isEqualTo(4_000);
    assertThat(defaults.headTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(defaults.bodyTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(defaults.heldBodies()).isEqualTo(64L << 20);
    assertThat(defaults.fastPath()).isTrue();
  }

  private static LockoutPolicy within(int failures, Duration time) {
    return new LockoutPolicy(failures, time, time, time);
  }

  @Test
  void limitsFieldsAsTheContractSays() {
    UserRules user = defaults.userRules();
    EmployeeRules employee = defaults.employeeRules();
    TicketRules ticket = defaults.ticketRules();

    assertThat(lengths(user.username())).isEqualTo("5..16");
    assertThat(lengths(user.firstName())).isEqualTo("1..64");
    assertThat(lengths(user.lastName())).isEqualTo("1..64");
    assertThat(lengths(employee.firstName())).isEqualTo("1..64");
    assertThat(lengths(employee.lastName())).isEqualTo("1..64");
    assertThat(lengths(employee.nickName())).isEqualTo("2..32");
    assertThat(lengths(employee.country())).isEqualTo("2..64");
    assertThat(lengths(employee.city())).isEqualTo("2..64");
    assertThat(lengths(employee.address())).isEqualTo("5..200");
    assertThat(lengths(ticket.title())).isEqualTo("3..200");
    assertThat(lengths(ticket.description())).isEqualTo("1..10000");
  }

  @Test
  void treatsUsersAndEmployeesAlike() {
    assertThat(pattern(defaults.employeeRules().firstName()))
        .isEqualTo(pattern(defaults.employeeRules().lastName()))
        .isEqualTo(pattern(defaults.userRules().firstName()))
        .isEqualTo(pattern(defaults.userRules().lastName()));
    assertThat(defaults.employeeRules().phone().pattern().orElseThrow().pattern())
        .isEqualTo(
            "(?:%s)(?:;ext=[0-9]{1,7})?"
                .formatted(defaults.userRules().phone().pattern().orElseThrow().pattern()));
    assertThat(pattern(defaults.employeeRules().email()))
        .isEqualTo(pattern(defaults.userRules().email()));
  }

  @Test
  void allowsSeveralLinesInDescriptionsAlone() {
    assertThat(defaults.ticketRules().description().faultOf("f", "one\n\ttwo")).isEmpty();
    assertThat(defaults.ticketRules().title().faultOf("f", "one\ntwo")).isPresent();
  }

  @Test
  void asksOfPasswordsWhatTheContractSays() {
    assertThat(defaults.userRules().password())
        .isEqualTo(
            new PasswordRules(8, 64, true, true, true, "!@#$%^&*", ZxcvbnPasswords.common()));
    Violations violations = new Violations();
    defaults.userRules().password().check("password", "Fl0wers?!", violations);
    assertThat(violations.all()).isEmpty();
  }

  @Test
  void grantsRolesWhatTheContractSays() {
    Set<Permission> adminsOnly =
        EnumSet.of(
            Permission.USER_CREATE,
            Permission.USER_UPDATE,
            Permission.USER_UPDATE_PASSWORD,
            Permission.USER_DELETE,
            Permission.COMMENT_DELETE);

    assertThat(granted(Role.ADMIN)).containsExactlyInAnyOrder(Permission.values());
    assertThat(granted(Role.MANAGER)).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(adminsOnly)));
    assertThat(granted(Role.SUPPORT))
        .containsExactlyInAnyOrder(
            Permission.EMPLOYEE_READ,
            Permission.TICKET_READ,
            Permission.TICKET_CREATE,
            Permission.TICKET_UPDATE,
            Permission.TICKET_DELETE,
            Permission.TICKET_EXPORT,
            Permission.COMMENT_READ,
            Permission.COMMENT_READ_INTERNAL,
            Permission.COMMENT_CREATE);
  }

  @Test
  void hasASettingForEachRole() {
    Set<String> settings =
        Arrays.stream(RolesSection.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toSet());

    assertThat(settings)
        .isEqualTo(Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet()));
  }

  @Test
  void issuesTokensForAnHour() {
    assertThat(defaults.tokenSettings().lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(defaults.tokenSettings().leeway()).isEqualTo(Duration.ofSeconds(30));
    assertThat(defaults.tokenSettings().issuer()).isEqualTo("hexdesk");
    assertThat(defaults.tokenSettings().audience()).isEqualTo("hexdesk");
  }

  @Test
  void hashesAsOwaspRecommends() {
    assertThat(defaults.argon2Cost()).isEqualTo(Argon2Cost.RECOMMENDED);
  }

  @Test
  void usesTheEmbeddedDatabase() {
    assertThat(defaults.database().isEmbedded()).isTrue();
    assertThat(defaults.database().user()).isEqualTo("hexdesk");
    assertThat(defaults.database().password()).isEmpty();
    assertThat(defaults.database().poolSize()).isEqualTo(10);
    assertThat(defaults.database().lockTimeout().toMilliseconds()).isEqualTo(500);
    assertThat(defaults.database().idleTransactionTimeout().toSeconds()).isEqualTo(5);
    assertThat(defaults.database().socketTimeout().toSeconds()).isEqualTo(2);
    assertThat(defaults.database().loginTimeout().toSeconds()).isEqualTo(2);
  }

  @Test
  void answersWithinThreeSecondsWhateverTheDatabaseDoes() {
    DatabaseSection database = defaults.database();

    assertThat(
            database.connectionTimeout().toMilliseconds()
                + database.socketTimeout().toMilliseconds())
        .isLessThanOrEqualTo(3000);
  }

  @Test
  void hasTheRest() {
    assertThat(defaults.dataFolder()).isEqualTo(Path.of("./data"));
    assertThat(defaults.setupFile()).isEqualTo(Path.of("./setup/setup.yml"));
    assertThat(defaults.pageLimits()).isEqualTo(new PageLimits(50, 100));
    assertThat(defaults.cors().allowedOrigins()).isEmpty();
    assertThat(defaults.statisticsZone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(defaults.cors().allowedHeaders()).isEmpty();
    assertThat(defaults.idempotencyRetention()).isEqualTo(Duration.ofHours(24));
    assertThat(defaults.requestLimits()).isEqualTo(RequestLimits.STANDARD);
    assertThat(defaults.shutdownDelay()).isZero();
    OperatorTexts texts = defaults.apiTexts();
    assertThat(texts.description()).startsWith("A headless help desk").contains("/api/v1/token");
    assertThat(texts)
        .isEqualTo(
            new OperatorTexts(
                "Hexdesk",
                texts.description(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "MIT License",
                "https://opensource.org/license/mit"));
  }

  private Set<Permission> granted(Role role) {
    return defaults.rolePolicy().grantedTo(Set.of(role));
  }

  private static String lengths(TextRule<?> rule) {
    return rule.minLength() + ".." + rule.maxLength();
  }

  private static String pattern(TextRule<?> rule) {
    return rule.pattern().orElseThrow() + " " + rule.meaning() + " " + lengths(rule);
  }
}
