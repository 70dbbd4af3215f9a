package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.rest.authentication.MeResource;
import dev.hexdesk.rest.authentication.TokenResource;
import dev.hexdesk.rest.bulk.BulkResource;
import dev.hexdesk.rest.comment.CommentResource;
import dev.hexdesk.rest.employee.EmployeeResource;
import dev.hexdesk.rest.openapi.ApiDocument;
import dev.hexdesk.rest.openapi.FieldRules;
import dev.hexdesk.rest.privacy.ErasureResource;
import dev.hexdesk.rest.privacy.PersonalDataResource;
import dev.hexdesk.rest.problem.ProblemResource;
import dev.hexdesk.rest.statistics.StatisticsResource;
import dev.hexdesk.rest.ticket.AssigneeResource;
import dev.hexdesk.rest.ticket.LinkResource;
import dev.hexdesk.rest.ticket.MergeResource;
import dev.hexdesk.rest.ticket.TagResource;
import dev.hexdesk.rest.ticket.TicketHistoryResource;
import dev.hexdesk.rest.ticket.TicketResource;
import dev.hexdesk.rest.transfer.EmployeeTransferResource;
import dev.hexdesk.rest.transfer.TicketTransferResource;
import dev.hexdesk.rest.user.UserResource;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The API document of an installation: the resources' own words with the operator's limits and
 * texts.
 */
public final class ApiDescription {
  private static final Set<Class<?>> RESOURCES =
      new LinkedHashSet<>(
          List.of(
              TokenResource.class,
              MeResource.class,
              UserResource.class,
              EmployeeResource.class,
              TicketResource.class,
              AssigneeResource.class,
              MergeResource.class,
              BulkResource.class,
              LinkResource.class,
              CommentResource.class,
              TicketHistoryResource.class,
              TagResource.class,
              EmployeeTransferResource.class,
              TicketTransferResource.class,
              StatisticsResource.class,
              ErasureResource.class,
              PersonalDataResource.class,
              ProblemResource.class));

  private ApiDescription() {}

  public static OpenAPI of(HexdeskConfiguration configuration) {
    return new ApiDocument(
            RESOURCES,
            new FieldRules(
                configuration.userRules(),
                configuration.employeeRules(),
                configuration.ticketRules(),
                configuration.commentRules(),
                configuration.pageLimits()),
            configuration.apiTexts(),
            ProgramVersion.api())
        .build();
  }
}
