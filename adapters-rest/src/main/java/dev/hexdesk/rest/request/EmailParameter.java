package dev.hexdesk.rest.request;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameter {@code email} of a list of people. */
@Parameter(
    description = "Exactly this e-mail address, in any letter case; write a `+` in it as `%2B`.",
    schema = @Schema(pattern = Parameters.EMAIL_PATTERN))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface EmailParameter {}
