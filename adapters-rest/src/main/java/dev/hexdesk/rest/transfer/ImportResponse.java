package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.ImportCounts;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of an imported file, as clients read it. */
@Schema(name = "ImportReport", description = "What became of the rows of a file.")
public record ImportResponse(
    @Schema(description = "How many rows the file has.", example = "120", minimum = "0") long rows,
    @Schema(example = "100", minimum = "0") long created,
    @Schema(example = "15", minimum = "0") long updated,
    @Schema(description = "Rows that say nothing new.", example = "5", minimum = "0")
        long unchanged,
    @Schema(description = "Whether it was only tried.") boolean dryRun) {

  static ImportResponse of(ImportCounts counts, boolean dryRun) {
    return new ImportResponse(
        counts.rows(), counts.created(), counts.updated(), counts.unchanged(), dryRun);
  }
}
