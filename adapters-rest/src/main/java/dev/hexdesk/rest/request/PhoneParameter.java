package dev.hexdesk.rest.request;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the parameter {@code phone} of a list of people. */
@Parameter(
    description =
        "Exactly this phone number, in E.164 or another usual spelling; write its `+` as `%2B`.",
    schema = @Schema(pattern = "^\\+[0-9]{1,31}$"))
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface PhoneParameter {}
