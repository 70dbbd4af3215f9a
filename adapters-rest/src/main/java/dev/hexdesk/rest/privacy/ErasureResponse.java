package dev.hexdesk.rest.privacy;

import dev.hexdesk.application.privacy.EraseEmployee;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** What was erased. */
@Schema(name = "Erasure", description = "In how many texts something was erased.")
public record ErasureResponse(
    Instant erasedAt,
    @Schema(example = "2", minimum = "0") long tickets,
    @Schema(example = "5", minimum = "0") long comments,
    @Schema(description = "Those of deleted tickets included.", example = "7", minimum = "0")
        long historyEntries) {

  static ErasureResponse of(EraseEmployee.Result.Erased erased) {
    return new ErasureResponse(
        erased.at(),
        erased.removed().tickets(),
        erased.removed().comments(),
        erased.removed().historyEntries());
  }
}
