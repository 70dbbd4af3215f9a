package dev.hexdesk.rest.paging;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameter {@code sort} of a list that can be sorted by any of some fields. */
@Parameter(
    description = "The order; `-` before a field for the descending one.",
    schema = @Schema(defaultValue = "id"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface SortParameter {
  Class<? extends Enum<?>> value();
}
