package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.domain.ticket.Tag;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All tags in use, as clients read them. */
@Schema(name = "TagList", description = "All tags in use, by name.")
public record TagListResponse(
    @ArraySchema(
            arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
            maxItems = Integer.MAX_VALUE)
        List<Counted> items) {

  /** A tag, and how many tickets bear it. */
  @Schema(name = "TagCount", description = "A tag, and how many tickets bear it.")
  public record Counted(
      @Schema(
              example = "printer",
              maxLength = Tag.LONGEST,
              requiredMode = Schema.RequiredMode.REQUIRED)
          String tag,
      @Schema(example = "42", minimum = "1", requiredMode = Schema.RequiredMode.REQUIRED)
          long count) {}

  static TagListResponse of(List<TagCount> tags) {
    return new TagListResponse(
        tags.stream().map(tag -> new Counted(tag.tag().value(), tag.count())).toList());
  }
}
