package dev.hexdesk.rest.user;

import dev.hexdesk.rest.paging.NextCursor;
import dev.hexdesk.rest.paging.TotalCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of users. */
@Schema(description = "A page of users.")
public record UserPage(
    List<UserResponse> items,
    @NextCursor @Nullable String nextCursor,
    @TotalCount @Nullable Long total) {}
