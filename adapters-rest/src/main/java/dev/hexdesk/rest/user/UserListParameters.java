package dev.hexdesk.rest.user;

import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.rest.paging.PageParameters;
import dev.hexdesk.rest.paging.SortParameter;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of users can be narrowed to and sorted by. */
public final class UserListParameters extends PageParameters {
  @QueryParam("username")
  @Parameter(description = "Exactly this user name, in any letter case.")
  private @Nullable String username;

  @QueryParam("phone")
  @Parameter(description = "Exactly this phone number; write its `+` as `%2B`.")
  private @Nullable String phone;

  @QueryParam("email")
  @Parameter(description = "Exactly this e-mail address, in any letter case.")
  private @Nullable String email;

  @QueryParam("role")
  @Parameter(
      description = "Who has this role.",
      schema = @Schema(allowableValues = {"admin", "manager", "support"}))
  private @Nullable String role;

  @QueryParam("disabled")
  @Parameter(description = "Who is disabled, or who is not.", schema = @Schema(type = "boolean"))
  private @Nullable String disabled;

  @QueryParam("login_denied")
  @Parameter(
      description = "Who is denied to log in, or who is not.",
      schema = @Schema(type = "boolean"))
  private @Nullable String loginDenied;

  @QueryParam("q")
  @Parameter(
      description =
          "Words that must all occur in the user name, the names, the phone number or the e-mail"
              + " address, in any letter case.")
  private @Nullable String q;

  @QueryParam("sort")
  @SortParameter(UserSortField.class)
  private @Nullable String sort;

  UserFilter filter() {
    return new UserFilter(
        Parameters.text("username", username),
        Parameters.text("phone", phone),
        Parameters.text("email", email),
        Parameters.word("role", role, Role::of),
        Parameters.flag("disabled", disabled),
        Parameters.flag("login_denied", loginDenied),
        Parameters.text("q", q));
  }

  Sort<UserSortField> sort() {
    return sort(sort, UserSortField.ID);
  }
}
