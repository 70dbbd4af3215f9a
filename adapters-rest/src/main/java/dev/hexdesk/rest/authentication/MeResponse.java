package dev.hexdesk.rest.authentication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hexdesk.application.authentication.CurrentUser;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.user.UserResponse;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The caller as they read themselves. */
@Schema(name = "Me", description = "The caller, and what they may do at this moment.")
public record MeResponse(
    @JsonUnwrapped UserResponse user,
    @ArraySchema(
            arraySchema =
                @Schema(
                    description = "What the caller may do, roles, scopes and flags considered."),
            schema =
                @Schema(
                    example = "ticket:read",
                    pattern = Problem.PERMISSION,
                    maxLength = Problem.LONGEST_CODE),
            maxItems = 100,
            uniqueItems = true)
        List<String> permissions,
    @ArraySchema(
            arraySchema = @Schema(description = "The scopes in which the caller may do anything."),
            schema =
                @Schema(
                    example = "tickets:read",
                    pattern = Problem.SCOPE,
                    maxLength = Problem.LONGEST_CODE),
            maxItems = 100,
            uniqueItems = true)
        List<String> scopes) {

  static MeResponse of(CurrentUser.Result.Me me) {
    return new MeResponse(
        UserResponse.of(me.user()),
        me.permissions().stream().sorted().map(Permission::code).toList(),
        me.scopes().stream().sorted().map(Scope::code).toList());
  }
}
