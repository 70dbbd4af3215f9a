package dev.hexdesk.rest.problem;

import dev.hexdesk.rest.http.ApiPaths;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem that clients can be told of; each is described under its {@link #uri}. */
public enum ProblemType {
  MALFORMED_REQUEST(
      400,
      "The request can't be understood",
      "The body is no JSON or of the wrong JSON type, or a parameter is unknown, repeated or of the"
          + " wrong type. Mend the request before it is sent again."),
  UNAUTHENTICATED(
      401,
      "A token is needed",
      "The request bears no access token. Get one from " + ApiPaths.TOKEN + "."),
  INVALID_TOKEN(
      401,
      "The token is not valid",
      "The access token is malformed, expired or revoked. Get a new one from "
          + ApiPaths.TOKEN
          + "."),
  PERMISSION_DENIED(
      403,
      "The caller's roles don't grant this",
      "The member 'permission' names what is missing. An administrator can give the caller a role"
          + " that grants it."),
  INSUFFICIENT_SCOPE(
      403,
      "The token was narrowed to other scopes",
      "The caller's roles would grant this, but the token was asked for without the scope that"
          + " 'scope' names."),
  USER_DISABLED(
      403,
      "The user is disabled",
      "A disabled user can log in and see their own status, and nothing else, until an"
          + " administrator or manager enables them again."),
  WRONG_PASSWORD(
      403,
      "The current password is wrong",
      "To change your own password, send the present one along."),
  NOT_FOUND(404, "There is no such resource", "Nothing is, or no longer is, at this address."),
  METHOD_NOT_ALLOWED(
      405, "The method is not allowed here", "The header 'Allow' lists the methods that are."),
  NOT_ACCEPTABLE(
      406,
      "The answer can't be given in that form",
      "The header 'Accept' names no media type that the resource can be shown in."),
  ALREADY_EXISTS(
      409,
      "The value is taken",
      "Something else has the same value in the field that 'field' names, where it must be"
          + " unique."),
  IN_USE(
      409,
      "Others refer to the resource",
      "It can't be deleted while others refer to it. Delete or change these first."),
  LAST_ADMIN(
      409,
      "The last administrator must stay",
      "Nobody would be left who can log in and administer. Make somebody else an administrator"
          + " first."),
  ILLEGAL_TRANSITION(
      409,
      "The ticket can't move to that status",
      "The workflow does not lead there from the present status; 'allowed' lists where it leads."),
  TICKET_MERGED(
      409,
      "The ticket was merged into another",
      "The work goes on in the ticket that 'merged_into' of this one names."),
  ILLEGAL_MERGE(
      409,
      "The ticket can't be merged into that one",
      "A ticket goes on in another one, which was not merged itself and is of the same employee"
          + " unless 'allow_different_employee' is true. 'duplicates' links tickets instead."),
  TOO_MANY_LINKS(
      409,
      "The ticket has too many links",
      "A ticket is linked with a hundred others at most. Remove a link first."),
  BULK_FAILED(
      409,
      "One of the operations can't be done",
      "All were to be done or none, so none was; 'errors' points at the operation at fault."),
  TOO_LATE(
      409,
      "It is too late for that",
      "A comment can be changed for a while after it was written, and no longer."),
  IDEMPOTENCY_KEY_IN_USE(
      409,
      "The same request is still running",
      "The first request with this 'Idempotency-Key' is not answered yet. Send it again after as"
          + " many seconds as the header 'Retry-After' says, and get that one's answer."),
  ERASED(
      409,
      "The employee was erased",
      "All that told who they are is gone for good. They can't be changed, nor erased again."),
  PRECONDITION_FAILED(
      412,
      "The resource was changed meanwhile",
      "Its present version is none that the header 'If-Match' names. Read it again and decide"
          + " anew."),
  PAYLOAD_TOO_LARGE(413, "The body is too large", "Send a smaller one."),
  URI_TOO_LONG(414, "The address is too long", "Send a shorter one."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The body has a form that is not understood here",
      "The header 'Content-Type' names a media type or charset that the resource does not take."),
  EXPECTATION_FAILED(
      417, "The expectation can't be met", "The header 'Expect' asks for what is not offered."),
  UNKNOWN_FIELD(
      422,
      "The body has fields that are unknown",
      "'errors' names each field that does not exist here or can't be written."),
  READ_ONLY(
      422,
      "The body has fields that can't be written",
      "'errors' names each field that can only be read, and says something else than the body."
          + " Leave it out, or send what was read; of what is created nothing was read yet."),
  VALIDATION_FAILED(
      422,
      "The body is well-formed but invalid",
      "'errors' has an entry for every field at fault."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The key stands for another request",
      "The body is not the one that was sent first with this 'Idempotency-Key'. Make up a new key"
          + " for each new request."),
  TOO_MANY_REQUESTS(
      429, "Too many requests", "Wait as long as the header 'Retry-After' says, in seconds."),
  HEADERS_TOO_LARGE(431, "The headers are too large", "Send fewer or shorter ones."),
  INTERNAL_ERROR(
      500,
      "Something went wrong inside",
      "It is not the request's fault. Tell the operator the 'request_id': the log has the reason"
          + " under it."),
  UNAVAILABLE(
      503,
      "The service is not available at the moment",
      "The database is away or the server is saturated. Try again after as many seconds as the"
          + " header 'Retry-After' says.");

  private final int status;
  private final String title;
  private final String meaning;

  ProblemType(int status, String title, String meaning) {
    this.status = status;
    this.title = title;
    this.meaning = meaning;
  }

  /** The kind's name for programs, {@code last_admin}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String uri() {
    return ApiPaths.PROBLEMS + "/" + code();
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What it means, and what to do about it. */
  public String meaning() {
    return meaning;
  }

  public static Optional<ProblemType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  /** The kind that best tells an HTTP status which the framework chose. */
  public static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> PERMISSION_DENIED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 412 -> PRECONDITION_FAILED;
      case 413 -> PAYLOAD_TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 417 -> EXPECTATION_FAILED;
      case 422 -> VALIDATION_FAILED;
      case 429 -> TOO_MANY_REQUESTS;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> UNAVAILABLE;
      // Of what is no HTTP, Jetty believes that it is another version.
      case 505 -> MALFORMED_REQUEST;
      default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    };
  }
}
