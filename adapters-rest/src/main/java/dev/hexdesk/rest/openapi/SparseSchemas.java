package dev.hexdesk.rest.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is answered where a client asks for some fields alone: the same resource of which
 * nothing is sure to be there. It stands beside the whole one, whose fields clients can rely on.
 */
final class SparseSchemas {
  private static final String FIELDS = "fields";
  private static final String SUFFIX = "Selection";
  private static final String PAGE = "Page";

  private final OpenAPI document;

  SparseSchemas(OpenAPI document) {
    this.document = document;
  }

  void add() {
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(
            operation ->
                selector(operation)
                    .ifPresent(
                        parameter -> {
                          MediaType answered = answered(operation);
                          nameChoices(parameter, answered);
                          offerSelection(answered);
                        }));
  }

  private static Optional<Parameter> selector(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .filter(parameter -> parameter.getName().equals(FIELDS))
        .findFirst();
  }

  /** Only names that such a resource has are taken. */
  private void nameChoices(Parameter parameter, MediaType answered) {
    String name = nameOf(answered.getSchema());
    Schema<?> shown = schema(name.endsWith(PAGE) ? itemOf(schema(name)) : name);
    String choice = "(?:" + String.join("|", shown.getProperties().keySet()) + ")";
    parameter.getSchema().setPattern("^" + choice + "(?:," + choice + ")*$");
  }

  private static String nameOf(Schema<?> reference) {
    return reference.get$ref().substring(reference.get$ref().lastIndexOf('/') + 1);
  }

  private static String itemOf(Schema<?> page) {
    return nameOf(required(page.getProperties().get("items")).getItems());
  }

  private static MediaType answered(Operation operation) {
    return required(
        required(required(operation.getResponses().get("200")).getContent())
            .get("application/json"));
  }

  private static <T> T required(@Nullable T described) {
    if (described == null) {
      throw new IllegalStateException("every resource method describes what it answers");
    }
    return described;
  }

  private void offerSelection(MediaType content) {
    String name = nameOf(content.getSchema());
    content.setSchema(
        new Schema<>()
            .anyOf(
                List.of(
                    Schemas.reference(name),
                    Schemas.reference(name.endsWith(PAGE) ? pageOf(name) : selectionOf(name)))));
  }

  private String selectionOf(String name) {
    String selection = name + SUFFIX;
    schemas().computeIfAbsent(selection, unused -> copy(schema(name), null));
    return selection;
  }

  private String pageOf(String name) {
    String selection = name + SUFFIX;
    if (!schemas().containsKey(selection)) {
      Schema<?> page = schema(name);
      Schema<?> items = required(page.getProperties().get("items"));
      Schema<?> selected = new Schema<>();
      selected.setTypes(items.getTypes());
      selected.setMaxItems(items.getMaxItems());
      selected.setItems(Schemas.reference(selectionOf(itemOf(page))));
      Schema<?> copied = copy(page, selected);
      copied.setRequired(page.getRequired());
      schemas().put(selection, copied);
    }
    return selection;
  }

  private static Schema<?> copy(Schema<?> whole, @Nullable Schema<?> items) {
    Map<String, Schema<?>> properties = new LinkedHashMap<>();
    whole.getProperties().forEach(properties::put);
    if (items != null) {
      properties.put("items", items);
    }
    Schema<?> selection = new Schema<>();
    selection.setTypes(whole.getTypes());
    selection.setDescription(whole.getDescription() + " Only the fields that were asked for.");
    properties.forEach(selection::addProperty);
    return selection;
  }

  private Schema<?> schema(String name) {
    return Objects.requireNonNull(schemas().get(name), name);
  }

  @SuppressWarnings("rawtypes")
  private Map<String, Schema> schemas() {
    return document.getComponents().getSchemas();
  }
}
