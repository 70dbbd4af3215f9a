package dev.hexdesk.rest.ticket;

import dev.hexdesk.rest.paging.NextCursor;
import dev.hexdesk.rest.paging.TotalCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tickets. */
@Schema(description = "A page of tickets.")
public record TicketPage(
    List<TicketResponse> items,
    @NextCursor @Nullable String nextCursor,
    @TotalCount @Nullable Long total) {}
