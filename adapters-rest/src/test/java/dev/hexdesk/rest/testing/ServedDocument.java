package dev.hexdesk.rest.testing;

import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.authentication.MeResource;
import dev.hexdesk.rest.authentication.TokenResource;
import dev.hexdesk.rest.bulk.BulkResource;
import dev.hexdesk.rest.comment.CommentResource;
import dev.hexdesk.rest.employee.EmployeeResource;
import dev.hexdesk.rest.openapi.ApiDocument;
import dev.hexdesk.rest.openapi.DocumentTexts;
import dev.hexdesk.rest.openapi.FieldRules;
import dev.hexdesk.rest.openapi.OperatorTexts;
import dev.hexdesk.rest.paging.PageLimits;
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
import dev.hexdesk.rest.user.UserResource;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The API document as it is when an operator changes nothing. */
public final class ServedDocument {
  public static final PageLimits LIMITS = new PageLimits(50, 100);

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
              StatisticsResource.class,
              ErasureResource.class,
              PersonalDataResource.class,
              ProblemResource.class));

  /** The guard of the document that this is. */
  public static final ApiContract CONTRACT = new ApiContract(json());

  private ServedDocument() {}

  public static OpenAPI build() {
    FieldRules rules =
        new FieldRules(
            TestRules.userRules(),
            TestRules.employeeRules(),
            TestRules.ticketRules(),
            TestRules.commentRules(),
            LIMITS);
    OperatorTexts texts =
        new OperatorTexts(
            "Hexdesk",
            "A help desk.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "MIT",
            "https://opensource.org/license/mit");
    return new ApiDocument(RESOURCES, rules, texts, "1.0.0").build();
  }

  /** The document as clients fetch it. */
  public static String json() {
    return DocumentTexts.json(build());
  }
}
