package dev.hexdesk.rest.user;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.user.ChangeUser;
import dev.hexdesk.application.user.CreateUser;
import dev.hexdesk.application.user.DeleteUser;
import dev.hexdesk.application.user.ListUsers;
import dev.hexdesk.application.user.ReplaceUser;
import dev.hexdesk.application.user.SetUserPassword;
import dev.hexdesk.application.user.ShowUser;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.fastpath.FastPath;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.MediaTypes;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.json.FieldSelection;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.FieldsParameter;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.openapi.DocumentedProblems;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.request.IdConverters;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The staff of the department. */
@Path(ApiPaths.BASE + "/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public record UserResource(UseCases use, UserRules rules, PageLimits limits) {
  /** What the resource calls. */
  public record UseCases(
      CreateUser create,
      ShowUser show,
      ListUsers list,
      ChangeUser change,
      ReplaceUser replace,
      SetUserPassword setPassword,
      DeleteUser delete) {
    /**
     * @param users does what is asked of one user or many
     * @param changes does what can take the last administrator away
     */
    public static <
            U extends CreateUser & ShowUser & ListUsers & SetUserPassword,
            C extends ChangeUser & ReplaceUser & DeleteUser>
        UseCases of(U users, C changes) {
      return new UseCases(users, users, users, changes, changes, users, changes);
    }
  }

  @POST
  @Idempotent
  @Requires(Permission.USER_CREATE)
  @Operation(
      summary = "Create a user",
      description = "Only an administrator can create an administrator.")
  @DocumentedAnswer(status = 201, description = "The user as created.", body = UserResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.ALREADY_EXISTS})
  public Response createUser(@Auth Caller caller, CreateUserRequest body, @Context UriInfo uri) {
    return switch (use.create().create(body.command(caller, rules))) {
      case CreateUser.Result.Created(User user) ->
          ConditionalRequests.created(
              uri, user.id().value(), user.version(), UserResponse.of(user));
      case CreateUser.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case CreateUser.Result.AlreadyExists(String field) ->
          throw ProblemException.alreadyExists(field);
      case CreateUser.Result.TokenVoid() -> throw ProblemException.invalidToken();
    };
  }

  @GET
  @FastPath
  @Requires(Permission.USER_READ)
  @Operation(summary = "List users")
  @DocumentedAnswer(description = "A page of users.", body = UserPage.class)
  public Response listUsers(@Auth Caller caller, @BeanParam UserListParameters parameters) {
    ListUsers.Query query =
        new ListUsers.Query(
            caller.actor(), parameters.filter(rules), parameters.sort(), parameters.page(limits));
    return parameters.answer(
        Results.granted(use.list().list(query)),
        UserResponse.class,
        UserResponse::of,
        UserPage::new);
  }

  @GET
  @FastPath
  @Path("/{id}")
  @Requires(Permission.USER_READ)
  @Operation(summary = "Read a user")
  @DocumentedAnswer(description = "The user.", body = UserResponse.class)
  public Response getUser(
      @Auth Caller caller,
      @PathParam("id") UserId id,
      @QueryParam("fields") @FieldsParameter @Nullable String fields,
      @Context HttpHeaders headers) {
    FieldSelection selection = FieldSelection.of(fields, UserResponse.class);
    User user = Results.found(read(caller, id));
    return ConditionalRequests.read(
        headers, ConditionalRequests.tagOf(user.version()), selection.of(UserResponse.of(user)));
  }

  @PUT
  @Path("/{id}")
  @Requires(Permission.USER_UPDATE)
  @Operation(
      summary = "Replace a user",
      description =
          "Replaces all but the password; an optional field that is left out gets its default."
              + " What was read can be sent back as a whole: members that can't be written are let"
              + " pass where they say what is so.")
  @DocumentedAnswer(description = "The user as replaced.", body = UserResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.ALREADY_EXISTS, ProblemType.LAST_ADMIN})
  public Response replaceUser(
      @Auth Caller caller,
      @PathParam("id") UserId id,
      UserRequest body,
      @Context HttpHeaders headers) {
    return answer(
        use.replace()
            .replace(
                new ReplaceUser.Command(
                    caller.actor(),
                    id,
                    ConditionalRequests.of(headers),
                    body.profile(rules, readOnly(caller, id, headers)))));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaTypes.MERGE_PATCH, MediaType.APPLICATION_JSON})
  @Requires(
      value = {
        Permission.USER_UPDATE_CONTACTS,
        Permission.USER_UPDATE_DISABLED,
        Permission.USER_UPDATE_LOGIN_DENIED,
        Permission.USER_UPDATE
      },
      any = true)
  @Operation(
      summary = "Change some of a user's attributes",
      description =
          "Each attribute needs a permission of its own: without it for one attribute, nothing is"
              + " changed. Who is no administrator can't change one.")
  @DocumentedAnswer(description = "The user as changed.", body = UserResponse.class)
  @DocumentedProblems({ProblemType.READ_ONLY, ProblemType.ALREADY_EXISTS, ProblemType.LAST_ADMIN})
  public Response changeUser(
      @Auth Caller caller,
      @PathParam("id") UserId id,
      UserPatch body,
      @Context HttpHeaders headers) {
    return answer(
        use.change()
            .change(
                new ChangeUser.Command(
                    caller.actor(),
                    id,
                    ConditionalRequests.of(headers),
                    body.changes(rules, readOnly(caller, id, headers)))));
  }

  /** What clients can only read of it, and may send back as they read it. */
  private ReadOnlyMembers readOnly(Caller caller, UserId id, HttpHeaders headers) {
    return ReadOnlyMembers.of(
        UserResponse.class,
        members ->
            Results.readable(read(caller, id))
                .map(user -> ConditionalRequests.required(headers, user))
                .map(UserResponse::of));
  }

  private ReadResult<User> read(Caller caller, UserId id) {
    return use.show().show(new ShowUser.Query(caller.actor(), id));
  }

  private static Response answer(ChangeUser.Result result) {
    return switch (result) {
      case ChangeUser.Result.Changed(User user) ->
          ConditionalRequests.changed(user.version(), UserResponse.of(user));
      case ChangeUser.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case ChangeUser.Result.Nameless() -> throw FieldValidator.nameless();
      case ChangeUser.Result.AlreadyExists(String field) ->
          throw ProblemException.alreadyExists(field);
      case ChangeUser.Result.LastAdministrator() -> throw ProblemException.lastAdministrator();
    };
  }

  @PUT
  @Path("/{id}/password")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.USER_UPDATE_PASSWORD)
  @Operation(
      summary = "Give a user another password",
      description = "Tokens that were issued to the user before stop working.")
  @DocumentedAnswer(status = 204, description = "The password is set.")
  public Response setUserPassword(
      @Auth Caller caller,
      @PathParam("id") UserId id,
      NewPasswordRequest body,
      @Context HttpHeaders headers) {
    SetUserPassword.Command command =
        new SetUserPassword.Command(
            caller.actor(),
            caller.present(),
            id,
            ConditionalRequests.of(headers),
            body.password(rules.password()));
    return switch (use.setPassword().setPassword(command)) {
      case SetUserPassword.Result.Changed() -> Response.noContent().build();
      case SetUserPassword.Result.ContainsUsername() ->
          throw ProblemException.invalidField(PasswordRules.containsUsername("new_password"));
      case SetUserPassword.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case SetUserPassword.Result.TokenVoid() -> throw ProblemException.invalidToken();
    };
  }

  @DELETE
  @Produces(MediaType.WILDCARD)
  @Path("/{id}")
  @Requires(Permission.USER_DELETE)
  @Operation(
      summary = "Delete a user",
      description = "Tickets that name the user prevent it, unless somebody takes them over.")
  @DocumentedAnswer(status = 204, description = "The user is deleted.")
  @DocumentedProblems({ProblemType.IN_USE, ProblemType.LAST_ADMIN, ProblemType.VALIDATION_FAILED})
  public Response deleteUser(
      @Auth Caller caller,
      @PathParam("id") UserId id,
      @QueryParam("reassign_tickets_to")
          @Parameter(
              description = "The id of the user who takes over the tickets.",
              schema = @Schema(type = "integer", format = "int64", minimum = "1"))
          @Nullable String successor,
      @Context HttpHeaders headers) {
    DeleteUser.Command command =
        new DeleteUser.Command(
            caller.actor(),
            id,
            ConditionalRequests.of(headers),
            Optional.ofNullable(successor)
                .map(raw -> new UserId(IdConverters.required("reassign_tickets_to", raw))));
    return switch (use.delete().delete(command)) {
      case DeleteUser.Result.Deleted() -> Response.noContent().build();
      case DeleteUser.Result.Refused(var refusal) -> throw ProblemException.refused(refusal);
      case DeleteUser.Result.LastAdministrator() -> throw ProblemException.lastAdministrator();
      case DeleteUser.Result.InUse() ->
          throw ProblemException.of(
              ProblemType.IN_USE,
              "Tickets name the user; let somebody take them over by reassign_tickets_to.");
      case DeleteUser.Result.UnsuitableSuccessor() ->
          throw ProblemException.invalidParameter(
              "reassign_tickets_to",
              "must be another user who is not disabled and may change tickets");
    };
  }
}
