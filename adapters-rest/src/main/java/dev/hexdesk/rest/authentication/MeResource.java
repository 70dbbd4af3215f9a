package dev.hexdesk.rest.authentication;

import dev.hexdesk.application.authentication.ChangeOwnPassword;
import dev.hexdesk.application.authentication.CurrentUser;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.rest.fastpath.FastPath;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;

/** The caller's own affairs, open to every role. */
@Path(ApiPaths.BASE)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authentication")
public record MeResource(
    CurrentUser showMe, ChangeOwnPassword changeOwnPassword, PasswordRules passwordRules) {
  /** Whether the caller's user is in order. */
  @Schema(description = "Whether the caller's user is in order.")
  public record Status(@Schema(allowableValues = {"ok", "disabled"}) String status) {}

  @GET
  @FastPath
  @Path("/me")
  @Operation(
      summary = "Read the caller's own user",
      description = "Open to every user who is logged in, disabled ones too.")
  @DocumentedAnswer(
      description = "The caller, with the permissions and scopes in force.",
      body = MeResponse.class)
  public Response getMe(@Auth Caller caller, @Context HttpHeaders headers) {
    return switch (showMe.show(caller.actor())) {
      case CurrentUser.Result.Me me ->
          ConditionalRequests.read(headers, tag(me), MeResponse.of(me));
      case CurrentUser.Result.Gone() -> throw ProblemException.invalidToken();
    };
  }

  /** What the caller may do depends on more than their user, so the tag tells that too. */
  private static EntityTag tag(CurrentUser.Result.Me me) {
    String rights =
        me.permissions().stream().sorted().map(Permission::code).collect(Collectors.joining(" "));
    return ConditionalRequests.tagOf(me.user().version(), rights);
  }

  @GET
  @Path("/status")
  @Operation(
      summary = "Tell whether the caller is disabled",
      description = "Open to every user who is logged in, disabled ones too.")
  @DocumentedAnswer(description = "`ok` or `disabled`.", body = Status.class)
  public Status getStatus(@Auth Caller caller) {
    return new Status(caller.actor().disabled() ? "disabled" : "ok");
  }

  @PUT
  @Path("/me/password")
  @Produces(MediaType.WILDCARD)
  @Requires({})
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Change the caller's own password",
      description = "Tokens that were issued before stop working. Not open to disabled users.")
  @DocumentedAnswer(status = 204, description = "The password is changed.")
  @DocumentedProblems({ProblemType.WRONG_PASSWORD, ProblemType.TOO_MANY_REQUESTS})
  public Response changeOwnPassword(@Auth Caller caller, OwnPasswordRequest body) {
    return switch (changeOwnPassword.change(body.command(caller.actor(), passwordRules))) {
      case ChangeOwnPassword.Result.Changed() -> Response.noContent().build();
      case ChangeOwnPassword.Result.WrongPassword() ->
          throw ProblemException.of(
              ProblemType.WRONG_PASSWORD, "The current password is not that one.");
      case ChangeOwnPassword.Result.TooManyFailures(var wait) ->
          throw ProblemException.tooManyRequests(
              wait, "The current password was wrong too often. Wait before the next try.");
      case ChangeOwnPassword.Result.ContainsUsername() ->
          throw ProblemException.invalidField(PasswordRules.containsUsername("new_password"));
      case ChangeOwnPassword.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case ChangeOwnPassword.Result.TokenVoid() -> throw ProblemException.invalidToken();
    };
  }
}
