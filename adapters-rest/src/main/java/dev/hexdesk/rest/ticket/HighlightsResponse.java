package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.Highlights;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Where in a ticket that stands which was searched for, as clients read it. */
@Schema(
    name = "Highlights",
    description =
        "Where in the ticket's title and description that stands which `q` finds. Both are empty"
            + " where it was found by the employee's names or a comment alone.")
public record HighlightsResponse(
    @ArraySchema(arraySchema = @Schema(description = HighlightsResponse.PLACES), maxItems = 100)
        List<TextRange> title,
    @ArraySchema(arraySchema = @Schema(description = HighlightsResponse.PLACES), maxItems = 100)
        List<TextRange> description) {
  private static final String PLACES =
      "The first hundred places within the first 10,000 characters, in their order.";

  /** A stretch of a text. */
  @Schema(
      name = "TextRange",
      description =
          "A stretch of a text, in Unicode characters from 0 on (`[...text].slice(start, end)` in"
              + " JavaScript, `text[start:end]` in Python).")
  public record TextRange(
      @Schema(description = "Its first character.", example = "4", minimum = "0") int start,
      @Schema(description = "The one behind its last.", example = "11", minimum = "1") int end) {
    private static TextRange of(Highlights.Range range) {
      return new TextRange(range.start(), range.end());
    }
  }

  static HighlightsResponse of(Highlights found) {
    return new HighlightsResponse(
        found.title().stream().map(TextRange::of).toList(),
        found.description().stream().map(TextRange::of).toList());
  }
}
