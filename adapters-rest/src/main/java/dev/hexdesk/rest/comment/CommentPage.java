package dev.hexdesk.rest.comment;

import dev.hexdesk.rest.paging.NextCursor;
import dev.hexdesk.rest.paging.TotalCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of comments. */
@Schema(description = "A page of comments.")
public record CommentPage(
    List<CommentResponse> items,
    @NextCursor @Nullable String nextCursor,
    @TotalCount @Nullable Long total) {}
