package dev.hexdesk.rest.employee;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.rest.paging.PageParameters;
import dev.hexdesk.rest.paging.SortParameter;
import dev.hexdesk.rest.request.EmailParameter;
import dev.hexdesk.rest.request.Parameters;
import dev.hexdesk.rest.request.PhoneParameter;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a list of employees can be narrowed to and sorted by. */
public final class EmployeeListParameters extends PageParameters {
  @QueryParam("q")
  @Parameter(
      description =
          "Words that must all occur in the names, the nick name, the phone number or the e-mail"
              + " address, in any letter case. A phone number is found in any spelling of its"
              + " digits.")
  private @Nullable String q;

  @QueryParam("phone")
  @PhoneParameter
  private @Nullable String phone;

  @QueryParam("email")
  @EmailParameter
  private @Nullable String email;

  @QueryParam("country")
  @Parameter(
      description =
          "This country, in any letter case; spaces around it count for nothing, and accents"
              + " unless the operator wants them to.",
      schema = @Schema(pattern = Parameters.TEXT_PATTERN))
  private @Nullable String country;

  @QueryParam("city")
  @Parameter(
      description =
          "This city, in any letter case; spaces around it count for nothing, and accents unless"
              + " the operator wants them to.",
      schema = @Schema(pattern = Parameters.TEXT_PATTERN))
  private @Nullable String city;

  @QueryParam("sort")
  @SortParameter(EmployeeSortField.class)
  private @Nullable String sort;

  /**
   * @param rules which tell what a phone number and an address can be
   */
  public EmployeeFilter filter(EmployeeRules rules) {
    return new EmployeeFilter(
        Parameters.text("q", q),
        Parameters.stored("phone", phone, rules.phone(), Parameters.PHONE),
        Parameters.stored("email", email, rules.email(), Parameters.EMAIL),
        Parameters.visible("country", country).map(WellFormed::line),
        Parameters.visible("city", city).map(WellFormed::line));
  }

  public Sort<EmployeeSortField> sort() {
    return sort(sort, EmployeeSortField.ID);
  }
}
