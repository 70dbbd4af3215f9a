package dev.hexdesk.rest.employee;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.rest.paging.PageParameters;
import dev.hexdesk.rest.paging.SortParameter;
import dev.hexdesk.rest.request.Parameters;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of employees can be narrowed to and sorted by. */
public final class EmployeeListParameters extends PageParameters {
  @QueryParam("q")
  @Parameter(
      description =
          "Words that must all occur in the names, the nick name, the phone number or the e-mail"
              + " address, in any letter case.")
  private @Nullable String q;

  @QueryParam("phone")
  @Parameter(description = "Exactly this phone number; write its `+` as `%2B`.")
  private @Nullable String phone;

  @QueryParam("email")
  @Parameter(description = "Exactly this e-mail address, in any letter case.")
  private @Nullable String email;

  @QueryParam("country")
  @Parameter(description = "Exactly this country.")
  private @Nullable String country;

  @QueryParam("city")
  @Parameter(description = "Exactly this city.")
  private @Nullable String city;

  @QueryParam("sort")
  @SortParameter(EmployeeSortField.class)
  private @Nullable String sort;

  public EmployeeFilter filter() {
    return new EmployeeFilter(
        Parameters.text("q", q),
        Parameters.text("phone", phone),
        Parameters.text("email", email),
        Parameters.text("country", country),
        Parameters.text("city", city));
  }

  public Sort<EmployeeSortField> sort() {
    return sort(sort, EmployeeSortField.ID);
  }
}
