package dev.hexdesk.rest.request;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a parameter that is a moment. */
@Parameter(schema = @Schema(type = "string", format = "date-time"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface InstantParameter {
  /** What the moment is for. */
  String value();
}
