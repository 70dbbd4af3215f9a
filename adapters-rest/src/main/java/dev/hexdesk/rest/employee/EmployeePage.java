package dev.hexdesk.rest.employee;

import dev.hexdesk.rest.paging.NextCursor;
import dev.hexdesk.rest.paging.TotalCount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of employees. */
@Schema(description = "A page of employees.")
public record EmployeePage(
    List<EmployeeResponse> items,
    @NextCursor @Nullable String nextCursor,
    @TotalCount @Nullable Long total) {}
