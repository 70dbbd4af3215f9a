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
import org.jspecify.annotations.Nullable;

/**
 * Describes what is answered where a client asks for some fields alone: the same resource of which
 * nothing is sure to be there. It stands beside the whole one, whose fields clients can rely on.
 */
final class Selections {
  private static final String FIELDS = "fields";
  private static final String SUFFIX = "Selection";
  private static final String PAGE = "Page";

  private final OpenAPI document;

  Selections(OpenAPI document) {
    this.document = document;
  }

  void add() {
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .filter(Selections::selects)
        .map(operation -> answered(operation))
        .forEach(this::offerSelection);
  }

  private static boolean selects(Operation operation) {
    return Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
        .anyMatch(parameter -> parameter.getName().equals(FIELDS));
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
    String reference = content.getSchema().get$ref();
    String name = reference.substring(reference.lastIndexOf('/') + 1);
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
      String item = items.getItems().get$ref();
      Schema<?> selected = new Schema<>();
      selected.setTypes(items.getTypes());
      selected.setMaxItems(items.getMaxItems());
      selected.setItems(Schemas.reference(selectionOf(item.substring(item.lastIndexOf('/') + 1))));
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
