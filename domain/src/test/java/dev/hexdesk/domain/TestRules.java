package dev.hexdesk.domain;

import static dev.hexdesk.domain.access.Permission.COMMENT_DELETE;
import static dev.hexdesk.domain.access.Permission.TICKET_IMPORT;
import static dev.hexdesk.domain.access.Permission.USER_CREATE;
import static dev.hexdesk.domain.access.Permission.USER_DELETE;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_PASSWORD;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.authentication.LockoutPolicies;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.CommonPasswords;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules as they are when an operator changes none of them. */
public final class TestRules {
  private TestRules() {}

  public static UserRules userRules() {
    return new UserRules(username(), name(), name(), phone(), email(), passwordRules());
  }

  public static EmployeeRules employeeRules() {
    return new EmployeeRules(
        name(),
        name(),
        TextRule.line(2, 32, NickName::new),
        phone(),
        email(),
        TextRule.line(2, 64, Country::new).normalizedBy(WellFormed::line),
        TextRule.line(2, 64, City::new).normalizedBy(WellFormed::line),
        TextRule.line(5, 200, PostalAddress::new).normalizedBy(WellFormed::line));
  }

  public static TicketRules ticketRules() {
    return new TicketRules(
        TextRule.line(3, 200, Title::new),
        TextRule.line(1, 10_000, Description::new).onSeveralLines(),
        TextRule.line(1, 50, Tag::new)
            .matching(
                "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_.-]*",
                "letters and digits, with points, hyphens and underscores")
            .normalizedBy(Tag::normalized));
  }

  public static CommentRules commentRules() {
    return new CommentRules(
        TextRule.line(1, 10_000, CommentBody::new).onSeveralLines(), Duration.ofMinutes(15));
  }

  public static PasswordRules passwordRules() {
    return new PasswordRules(
        8, 64, true, true, true, "!@#$%^&*", new CommonPasswords(List.of("password", "welcome")));
  }

  public static LockoutPolicies loginLimits() {
    Duration window = Duration.ofMinutes(10);
    return new LockoutPolicies(
        new LockoutPolicy(10, Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofHours(1)),
        new LockoutPolicy(100, window, window, window),
        new LockoutPolicy(1000, window, window, window));
  }

  public static RolePolicy rolePolicy() {
    Set<Permission> manager = EnumSet.allOf(Permission.class);
    manager.removeAll(
        Set.of(USER_CREATE, USER_UPDATE, USER_UPDATE_PASSWORD, USER_DELETE, COMMENT_DELETE));
    Set<Permission> support = EnumSet.allOf(Permission.class);
    support.removeIf(
        permission ->
            permission == TICKET_IMPORT
                || permission == COMMENT_DELETE
                || permission.scope() == Scope.USERS_READ
                || permission.scope() == Scope.USERS_WRITE
                || permission.scope() == Scope.EMPLOYEES_WRITE);
    return new RolePolicy(
        Map.of(
            Role.ADMIN,
            EnumSet.allOf(Permission.class),
            Role.MANAGER,
            manager,
            Role.SUPPORT,
            support));
  }

  private static TextRule<Username> username() {
    return TextRule.line(5, 16, Username::new)
        .matching("\\p{L}+", "letters alone")
        .normalizedBy(Username::normalized);
  }

  private static TextRule<PersonName> name() {
    return TextRule.line(1, 64, PersonName::new)
        .matching(
            "['’ʼ]?\\p{L}[\\p{L}\\p{M} .'’ʼ-]*",
            "letters with spaces, hyphens, apostrophes and points")
        .normalizedBy(PersonName::normalized);
  }

  private static TextRule<PhoneNumber> phone() {
    return TextRule.line(8, 16, PhoneNumber::new)
        .matching("\\+[1-9][0-9]{6,14}", "an E.164 number such as +380504430000");
  }

  private static TextRule<EmailAddress> email() {
    return TextRule.line(3, 254, EmailAddress::new)
        .matching("[^@\\s’]+@[^@\\s.]+(\\.[^@\\s.]+)+", "an address such as name@example.com")
        .normalizedBy(EmailAddress::normalized);
  }
}
