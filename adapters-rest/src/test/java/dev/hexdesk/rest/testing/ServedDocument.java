package dev.hexdesk.rest.testing;

import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.openapi.ApiDocument;
import dev.hexdesk.rest.openapi.DocumentTexts;
import dev.hexdesk.rest.openapi.FieldRules;
import dev.hexdesk.rest.openapi.OperatorTexts;
import dev.hexdesk.rest.paging.PageLimits;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The API document as it is when an operator changes nothing. */
public final class ServedDocument {
  public static final PageLimits LIMITS = new PageLimits(50, 100);

  /** Checks answers against this document. */
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
    Set<Class<?>> resources =
        AllResources.resources().stream().map(Object::getClass).collect(Collectors.toSet());
    return new ApiDocument(resources, rules, texts, "1.0.0").build();
  }

  /** The document as clients fetch it. */
  public static String json() {
    return DocumentTexts.json(build());
  }
}
