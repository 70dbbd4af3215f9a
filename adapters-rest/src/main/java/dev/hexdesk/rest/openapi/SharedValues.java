package dev.hexdesk.rest.openapi;

import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gives a list of values that several fields have a name, so that clients that are made from the
 * document have one type for all of them.
 */
@SuppressWarnings("rawtypes")
final class SharedValues {
  private record Shared(String name, String description, List<String> values) {}

  private static final List<Shared> ALL =
      List.of(
          new Shared("TicketStatus", "How far a ticket has come.", Coded.codes(TicketStatus.class)),
          new Shared("TicketPriority", "How urgent a ticket is.", Coded.codes(Priority.class)),
          new Shared(
              "CommentVisibility", "For whose eyes a comment is.", Coded.codes(Visibility.class)),
          new Shared("Role", "What a user may do.", Coded.codes(Role.class)));

  private final Map<String, Schema> named = new TreeMap<>();

  private SharedValues() {}

  static void name(OpenAPI document) {
    new SharedValues().name(document.getComponents().getSchemas());
  }

  private void name(Map<String, Schema> schemas) {
    for (Schema<?> schema : schemas.values()) {
      if (schema.getProperties() != null) {
        schema.getProperties().replaceAll((name, property) -> referring(property));
      }
    }
    schemas.putAll(named);
  }

  private Schema<?> referring(Schema<?> property) {
    if (property.getItems() != null) {
      property.setItems(referring(property.getItems()));
    }
    if (property.getEnum() == null) {
      return property;
    }
    List<String> values =
        property.getEnum().stream().filter(Objects::nonNull).map(Object::toString).toList();
    return ALL.stream()
        .filter(shared -> shared.values().equals(values))
        .findFirst()
        .<Schema<?>>map(shared -> reference(shared, property))
        .orElse(property);
  }

  private Schema<?> reference(Shared shared, Schema<?> property) {
    named.computeIfAbsent(shared.name(), unused -> listing(shared));
    Schema<?> reference = Schemas.reference(shared.name());
    if (property.getTypes().contains("null")) {
      Schema<?> nothing = new Schema<>();
      nothing.addType("null");
      reference = new Schema<>().anyOf(List.of(reference, nothing));
    }
    reference.setDescription(property.getDescription());
    return reference;
  }

  private static Schema<?> listing(Shared shared) {
    Schema<String> listing = new Schema<>();
    listing.addType("string");
    listing.setDescription(shared.description());
    listing.setEnum(shared.values());
    return listing;
  }
}
