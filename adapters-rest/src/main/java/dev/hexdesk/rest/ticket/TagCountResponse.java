package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.domain.ticket.Tag;
import io.swagger.v3.oas.annotations.media.Schema;

/** A tag, and how many tickets bear it. */
@Schema(name = "TagCount", description = "A tag, and how many tickets bear it.")
public record TagCountResponse(
    @Schema(example = "printer", maxLength = Tag.LONGEST) String tag,
    @Schema(example = "42", minimum = "1") long count) {

  static TagCountResponse of(TagCount counted) {
    return new TagCountResponse(counted.tag().value(), counted.count());
  }
}
