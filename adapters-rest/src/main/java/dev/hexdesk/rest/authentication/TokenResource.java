package dev.hexdesk.rest.authentication;

import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.IssueToken;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.limits.AlwaysAdmitted;
import dev.hexdesk.rest.limits.RefusalDelay;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.BodyLimit;
import dev.hexdesk.rest.request.FormParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The token endpoint (RFC 6749, section 3.2) for the password grant. */
@AlwaysAdmitted
@Path(ApiPaths.TOKEN)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public record TokenResource(IssueToken issueToken) {
  /** Room for any password that a person has, and none for one that keeps the hasher busy. */
  private static final int LONGEST_FORM = 1 << 14;

  /** {@code Retry-After} where too many logins wait: by then some dozens of them are done. */
  private static final Duration ONE_TURN = Duration.ofSeconds(1);

  private static final String SCOPES =
      Arrays.stream(Scope.values()).map(Scope::code).collect(Collectors.joining(" "));

  @POST
  @BodyLimit(LONGEST_FORM)
  @Operation(
      summary = "Log in",
      description =
          "Gives a token for a user name and password (OAuth2 password grant). A token asked for"
              + " without a scope has all that the user's roles grant.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_FORM_URLENCODED,
              schema = @Schema(implementation = TokenRequest.class)))
  @DocumentedAnswer(description = "A token.", body = TokenResponse.class)
  @DocumentedAnswer(status = 400, description = "No token, and why.", body = TokenError.class)
  @DocumentedProblems(ProblemType.TOO_MANY_REQUESTS)
  public Response issueToken(@Context HttpServletRequest request, byte[] body) {
    try {
      return issue(FormParameters.read(body), ClientAddress.of(request.getRemoteAddr()));
    } catch (FormParameters.Unreadable unreadable) {
      return refused("invalid_request", "A parameter " + unreadable.reason());
    }
  }

  private Response issue(FormParameters form, Optional<ClientAddress> from) {
    if (!form.value("grant_type").orElse("password").equals("password")) {
      return refused("unsupported_grant_type", "The grant type must be password");
    }
    Optional<String> username = form.value("username");
    Optional<String> password = form.value("password");
    if (username.isEmpty() || password.isEmpty()) {
      return refused("invalid_request", "A username and a password are needed");
    }
    Optional<Set<String>> words =
        form.value("scope").map(TokenResource::words).filter(found -> !found.isEmpty());
    Optional<Set<Scope>> scopes = words.map(TokenResource::known);
    if (!scopes.map(Set::size).equals(words.map(Set::size))) {
      return refused(
          "invalid_scope", "A scope is unknown; these exist, separated by spaces: " + SCOPES);
    }
    return answer(
        issueToken.issue(
            new IssueToken.Command(
                username(username.get()), new Password(password.get()), scopes, from)));
  }

  private static Response answer(IssueToken.Result result) {
    return switch (result) {
      case IssueToken.Result.Issued(var token, var scopes) ->
          uncached(Response.ok())
              .entity(
                  new TokenResponse(
                      token.token(),
                      "bearer",
                      token.lifetime().toSeconds(),
                      scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "))))
              .build();
      case IssueToken.Result.WrongCredentials() ->
          refused("invalid_grant", "Incorrect username or password");
      case IssueToken.Result.LoginDenied() -> refused("invalid_grant", "Login denied");
      case IssueToken.Result.TooManyFailures(var wait) ->
          throw ProblemException.tooManyRequests(
              wait, "Too many logins from there failed. Wait before the next one.");
      case IssueToken.Result.TooManyAtOnce() -> {
        RefusalDelay.take();
        throw ProblemException.tooManyRequests(
            ONE_TURN, "Too many logins from there are under way. Try again in a second.");
      }
    };
  }

  /** Scopes are separated by spaces; none at all is like no parameter (RFC 6749, section 3.3). */
  private static Set<String> words(String scope) {
    return Arrays.stream(scope.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Scope> known(Set<String> words) {
    return words.stream()
        .map(code -> Coded.find(Scope.class, code))
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** Empty for what can be nobody's name. */
  private static Optional<Username> username(String raw) {
    try {
      return Optional.of(Username.typed(raw));
    } catch (IllegalArgumentException nobodysName) {
      return Optional.empty();
    }
  }

  private static Response refused(String error, String description) {
    return uncached(Response.status(Response.Status.BAD_REQUEST))
        .entity(new TokenError(error, description))
        .build();
  }

  private static Response.ResponseBuilder uncached(Response.ResponseBuilder answer) {
    return answer.type(MediaType.APPLICATION_JSON_TYPE).header("Cache-Control", "no-store");
  }
}
