package dev.hexdesk.rest.problem;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem. It is no defect, so it bears no stack trace; what it says is
 * written out, with the request's own path and id, by {@link ProblemResponses}.
 */
public final class ProblemException extends WebApplicationException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final String detail;
  private final transient Details details;

  /** What some kinds of problem tell besides. */
  record Details(
      @Nullable String permission,
      @Nullable String scope,
      @Nullable String field,
      @Nullable List<String> allowed,
      @Nullable List<Problem.Fault> errors,
      @Nullable Long errorCount,
      Map<String, String> headers) {
    static final Details NONE = new Details(null, null, null, null, null, Map.of());

    Details(
        @Nullable String permission,
        @Nullable String scope,
        @Nullable String field,
        @Nullable List<String> allowed,
        @Nullable List<Problem.Fault> errors,
        Map<String, String> headers) {
      this(permission, scope, field, allowed, errors, null, headers);
    }
  }

  private ProblemException(ProblemType type, String detail, Details details) {
    super(detail, type.status());
    this.type = type;
    this.detail = detail;
    this.details = details;
  }

  public static ProblemException of(ProblemType type, String detail) {
    return new ProblemException(type, detail, Details.NONE);
  }

  /** A problem whose answer bears headers of its own. */
  public static ProblemException of(ProblemType type, String detail, Map<String, String> headers) {
    return new ProblemException(
        type, detail, new Details(null, null, null, null, null, new TreeMap<>(headers)));
  }

  /** A problem with an entry for each fault. */
  public static ProblemException of(ProblemType type, String detail, List<Problem.Fault> errors) {
    return new ProblemException(
        type, detail, new Details(null, null, null, null, List.copyOf(errors), Map.of()));
  }

  /** A file with faults, of which the first are listed. */
  public static ProblemException faultyFile(long count, List<Problem.Fault> first) {
    String detail = count == 1 ? "The file has one fault." : "The file has " + count + " faults.";
    return new ProblemException(
        ProblemType.VALIDATION_FAILED,
        detail + " Nothing of it was kept.",
        new Details(null, null, null, null, List.copyOf(first), count, Map.of()));
  }

  public static ProblemException notFound() {
    return of(ProblemType.NOT_FOUND, "There is nothing at this address.");
  }

  public static ProblemException badParameter(String parameter, String code, String detail) {
    return of(
        ProblemType.MALFORMED_REQUEST,
        "The parameter '" + parameter + "' " + detail + ".",
        List.of(Problem.Fault.ofParameter(parameter, code, detail)));
  }

  /** A parameter that is a header. */
  public static ProblemException badHeader(String header, String code, String detail) {
    return of(
        ProblemType.MALFORMED_REQUEST,
        "The header '" + header + "' " + detail + ".",
        List.of(Problem.Fault.ofParameter(header, code, detail)));
  }

  public static ProblemException invalidField(String field, String code, String detail) {
    return of(
        ProblemType.VALIDATION_FAILED,
        "The field '" + field + "' is not valid.",
        List.of(Problem.Fault.ofField(field, code, detail)));
  }

  /** A field with which only a use case could find fault. */
  public static ProblemException invalidField(Violation violation) {
    return invalidField(violation.field(), violation.code(), violation.detail());
  }

  /** A parameter that can be read, but names what does not fit. */
  public static ProblemException invalidParameter(String parameter, String detail) {
    return of(
        ProblemType.VALIDATION_FAILED,
        "The parameter '" + parameter + "' " + detail + ".",
        List.of(Problem.Fault.ofParameter(parameter, "unsuitable", detail)));
  }

  public static ProblemException alreadyExists(String field) {
    return new ProblemException(
        ProblemType.ALREADY_EXISTS,
        "The value of '" + field + "' is taken.",
        new Details(
            null,
            null,
            field,
            null,
            List.of(Problem.Fault.ofField(field, "already_exists", "is taken")),
            Map.of()));
  }

  public static ProblemException preconditionFailed() {
    return of(
        ProblemType.PRECONDITION_FAILED,
        "The resource's present version is not the one that the request asks for.");
  }

  /**
   * @param wait until a next request is looked at; the client is told whole seconds, rounded up
   */
  public static ProblemException tooManyRequests(Duration wait, String detail) {
    return of(
        ProblemType.TOO_MANY_REQUESTS,
        detail,
        Map.of("Retry-After", Long.toString(wait.plusMillis(999).toSeconds())));
  }

  public static ProblemException lastAdministrator() {
    return of(ProblemType.LAST_ADMIN, "Nobody would be left who can log in and administer.");
  }

  public static ProblemException illegalTransition(
      TicketStatus from, TicketStatus to, Collection<TicketStatus> allowed) {
    List<String> codes = allowed.stream().sorted().map(TicketStatus::code).toList();
    return new ProblemException(
        ProblemType.ILLEGAL_TRANSITION,
        "A ticket that is %s can't become %s, only: %s."
            .formatted(from.code(), to.code(), String.join(", ", codes)),
        new Details(null, null, null, codes, null, Map.of()));
  }

  /** The work on a ticket goes on in another. */
  public static ProblemException merged(TicketId into) {
    return of(
        ProblemType.TICKET_MERGED,
        "The ticket was merged into ticket " + into.value() + " and can't be changed any more.");
  }

  /** There is nobody left to be changed. */
  public static ProblemException erased() {
    return of(ProblemType.ERASED, "The employee was erased and can't be changed any more.");
  }

  /** What only somebody else may do, whatever one's roles are. */
  public static ProblemException reserved(Permission permission, String reason) {
    return permissionDenied(permission.code(), reason);
  }

  public static ProblemException invalidToken() {
    return of(
        ProblemType.INVALID_TOKEN,
        "The access token is malformed, expired or revoked.",
        Map.of("WWW-Authenticate", "Bearer realm=\"hexdesk\", error=\"invalid_token\""));
  }

  /**
   * @param otherwise whether the header {@code Authorization} says something else
   */
  public static ProblemException unauthenticated(boolean otherwise) {
    return of(
        ProblemType.UNAUTHENTICATED,
        "The request bears no access token"
            + (otherwise
                ? ": the header 'Authorization' must be the word Bearer and the token."
                : "."),
        Map.of("WWW-Authenticate", "Bearer realm=\"hexdesk\""));
  }

  /** Why nothing was done to what the address names. */
  public static ProblemException refused(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Denied(var denial) -> denied(denial);
      case Refusal.Unknown() -> notFound();
      case Refusal.PreconditionFailed() -> preconditionFailed();
    };
  }

  /** The refusal that the role policy decided on. */
  public static ProblemException denied(Denial denial) {
    return switch (denial) {
      case UserDisabled() -> of(ProblemType.USER_DISABLED, "Your user is disabled.");
      case MissingPermission(var permission) ->
          permissionDenied(permission.code(), "None of your roles grants " + permission.code());
      case ReservedToAdministrators(var permission) ->
          permissionDenied(permission.code(), "Only administrators may do that");
      case Escalation(var permission) ->
          permissionDenied(
              permission.code(), "Nobody may hand out a role that can do more than they can");
      case MissingScope(var permission, var scope) ->
          new ProblemException(
              ProblemType.INSUFFICIENT_SCOPE,
              "The token was narrowed to scopes without " + scope.code() + ".",
              new Details(
                  permission.code(),
                  scope.code(),
                  null,
                  null,
                  null,
                  Map.of(
                      "WWW-Authenticate",
                      "Bearer realm=\"hexdesk\", error=\"insufficient_scope\", scope=\"%s\""
                          .formatted(scope.code()))));
    };
  }

  private static ProblemException permissionDenied(String permission, String reason) {
    return new ProblemException(
        ProblemType.PERMISSION_DENIED,
        reason + ".",
        new Details(permission, null, null, null, null, Map.of()));
  }

  /**
   * This problem with its pointers below one into the body, where the object at fault is a part of
   * it.
   */
  public ProblemException below(String pointer) {
    List<Problem.Fault> errors = details.errors();
    return errors == null
        ? this
        : new ProblemException(
            type,
            detail,
            new Details(
                details.permission(),
                details.scope(),
                details.field(),
                details.allowed(),
                errors.stream().map(fault -> fault.below(pointer)).toList(),
                details.headers()));
  }

  public ProblemType type() {
    return type;
  }

  String detail() {
    return detail;
  }

  Details details() {
    return details;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
