package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.openapi.Required;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ticket is to another. */
@Schema(name = "LinkInput", description = "What the ticket is to the other one.")
public record LinkRequest(
    @Required @Schema(allowableValues = {"related", "blocks", "duplicates"}) @Nullable String type,
    @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {
  /** The others are what the ticket at the far end sees. */
  private static final List<String> TYPES =
      List.of(LinkRole.RELATED.code(), LinkRole.BLOCKS.code(), LinkRole.DUPLICATES.code());

  LinkRole role() {
    FieldValidator fields = new FieldValidator(unknown);
    var checked =
        fields.present("type", type, raw -> fields.word("type", raw, LinkRequest::read, TYPES));
    return fields.orRefuse(checked);
  }

  private static Optional<LinkRole> read(String type) {
    return TYPES.contains(type) ? Coded.find(LinkRole.class, type) : Optional.empty();
  }
}
