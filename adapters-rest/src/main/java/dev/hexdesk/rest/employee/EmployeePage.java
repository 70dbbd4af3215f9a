package dev.hexdesk.rest.employee;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hexdesk.rest.paging.CursorCodec;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of employees. */
@Schema(description = "A page of employees.")
public record EmployeePage(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<EmployeeResponse> items,
    @Schema(
            description = "Leads to the next page; null on the last one.",
            pattern = CursorCodec.PATTERN,
            maxLength = CursorCodec.LONGEST,
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = true)
        @Nullable String nextCursor,
    @Schema(description = "How many match in all, where that was asked for.", minimum = "0")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Long total) {}
