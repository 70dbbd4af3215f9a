package dev.hexdesk.rest.json;

import dev.hexdesk.rest.request.CommaSeparated;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameter {@code fields}, which {@link FieldSelection} reads. */
@Parameter(
    description = "Shows these fields alone, comma-separated, at the top level of each resource.",
    schema = @Schema(pattern = "^[a-z_]+(,[a-z_]+)*$"))
@CommaSeparated
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface FieldsParameter {}
