package dev.hexdesk.rest.ticket;

import dev.hexdesk.rest.paging.NextCursor;
import dev.hexdesk.rest.paging.TotalCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a history. */
@Schema(description = "A page of a history.")
public record HistoryPage(
    List<HistoryEntryResponse> items,
    @NextCursor @Nullable String nextCursor,
    @TotalCount @Nullable Long total) {}
