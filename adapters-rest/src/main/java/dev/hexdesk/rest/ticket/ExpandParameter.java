package dev.hexdesk.rest.ticket;

import dev.hexdesk.rest.request.CommaSeparated;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameter {@code expand} of tickets. */
@Parameter(
    description =
        "Shows whom the ticket names along with it, comma-separated: employee, owner, assignee. Of"
            + " users, callers who may not read these see the id and the names alone; of employees,"
            + " the id.",
    schema = @Schema(pattern = "^(employee|owner|assignee)(,(employee|owner|assignee))*$"))
@CommaSeparated
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@interface ExpandParameter {}
