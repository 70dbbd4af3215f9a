package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.rest.request.IdConverters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the list of all tickets can be narrowed to besides. */
public final class TicketListParameters extends TicketParameters {
  @QueryParam("employee_id")
  @Parameter(
      description = "For this employee.",
      schema = @Schema(type = "integer", format = "int64", minimum = "1"))
  private @Nullable String employeeId;

  @Override
  public TicketFilter filter(Actor caller, TicketRules rules, Instant now) {
    TicketFilter filter = super.filter(caller, rules, now);
    return employeeId == null
        ? filter
        : filter.with(new EmployeeId(IdConverters.required("employee_id", employeeId)));
  }
}
