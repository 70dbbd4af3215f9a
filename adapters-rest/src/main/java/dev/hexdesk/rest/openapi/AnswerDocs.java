package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.transfer.TransferTypes;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;

/** Describes the answers that resource methods name by {@link DocumentedAnswer}. */
final class AnswerDocs {
  private final ModelConverters converters;
  private final Components components;

  AnswerDocs(ModelConverters converters, Components components) {
    this.converters = converters;
    this.components = components;
  }

  void addTo(Operation operation, Method method) {
    DocumentedAnswer[] documented = method.getAnnotationsByType(DocumentedAnswer.class);
    if (documented.length == 0) {
      return; // It describes them in full by itself.
    }
    ApiResponses answers = new ApiResponses();
    for (DocumentedAnswer answer : documented) {
      answers.addApiResponse(Integer.toString(answer.status()), describe(answer));
    }
    operation.setResponses(answers);
  }

  private ApiResponse describe(DocumentedAnswer documented) {
    ApiResponse answer = new ApiResponse().description(documented.description());
    if (documented.body() == Void.class) {
      return answer;
    }
    Content content =
        new Content()
            .addMediaType("application/json", new MediaType().schema(schema(documented.body())));
    if (documented.orCsv()) {
      Schema<?> file = ResponseHeaders.text(TransferTypes.TEXT, Integer.MAX_VALUE);
      content.addMediaType(TransferTypes.CSV, new MediaType().schema(file));
    }
    return answer.content(content);
  }

  private Schema<?> schema(Class<?> body) {
    ResolvedSchema resolved =
        converters.readAllAsResolvedSchema(new AnnotatedType(body).resolveAsRef(true));
    resolved.referencedSchemas.forEach(components::addSchemas);
    return resolved.schema;
  }
}
