package dev.hexdesk.rest.user;

import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.rest.paging.PageParameters;
import dev.hexdesk.rest.paging.SortParameter;
import dev.hexdesk.rest.request.EmailParameter;
import dev.hexdesk.rest.request.Parameters;
import dev.hexdesk.rest.request.PhoneParameter;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of users can be narrowed to and sorted by. */
public final class UserListParameters extends PageParameters {
  @QueryParam("username")
  @Parameter(
      description = "Exactly this user name, in any letter case.",
      schema = @Schema(pattern = Parameters.USERNAME_PATTERN))
  private @Nullable String username;

  @QueryParam("phone")
  @PhoneParameter
  private @Nullable String phone;

  @QueryParam("email")
  @EmailParameter
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
              + " address, in any letter case. A phone number is found in any spelling of its"
              + " digits.")
  private @Nullable String q;

  @QueryParam("sort")
  @SortParameter(UserSortField.class)
  private @Nullable String sort;

  /**
   * @param rules which tell what a user name, a phone number and an address can be
   */
  UserFilter filter(UserRules rules) {
    return new UserFilter(
        Parameters.stored(
            "username",
            username == null ? null : WellFormed.trimmed(username),
            rules.username(),
            Parameters.USERNAME),
        Parameters.stored("phone", phone, rules.phone(), Parameters.PHONE),
        Parameters.stored("email", email, rules.email(), Parameters.EMAIL),
        Parameters.word("role", role, Role.class),
        Parameters.flag("disabled", disabled),
        Parameters.flag("login_denied", loginDenied),
        Parameters.text("q", q));
  }

  Sort<UserSortField> sort() {
    return sort(sort, UserSortField.ID);
  }
}
