package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells swagger-core what our own types are on the wire: ids are numbers, a change is its value,
 * and an answer has what {@link ResponseFields} tell of it.
 */
final class SchemaTypes implements ModelConverter {
  private static final Set<Class<?>> IDS =
      Set.of(UserId.class, EmployeeId.class, TicketId.class, CommentId.class);

  private final ObjectMapper mapper;
  private final ResponseFields responses;

  SchemaTypes(ObjectMapper mapper) {
    this.mapper = mapper;
    this.responses = new ResponseFields(mapper);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Schema resolve(
      AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType type = mapper.constructType(annotated.getType());
    if (IDS.contains(type.getRawClass())) {
      Schema<?> id = new Schema<>();
      id.addType("integer");
      id.setFormat("int64");
      id.setMinimum(BigDecimal.ONE);
      id.setMaximum(BigDecimal.valueOf(Long.MAX_VALUE));
      return id;
    }
    if (type.getRawClass() == Change.class) {
      annotated.type(type.containedType(0).containedType(0));
    }
    Schema resolved = chain.hasNext() ? chain.next().resolve(annotated, context, chain) : null;
    Class<?> kind = type.getRawClass();
    Schema<?> model = context.getDefinedModels().get(Schemas.nameOf(kind));
    if (model != null && kind.isRecord() && !RequestFields.isSent(kind)) {
      responses.complete(kind, model);
    }
    return resolved;
  }
}
