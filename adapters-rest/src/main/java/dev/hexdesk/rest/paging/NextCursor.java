package dev.hexdesk.rest.paging;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what leads from one page to the next. */
@JacksonAnnotationsInside
@Schema(
    description = "Leads to the next page; null on the last one.",
    pattern = CursorCodec.PATTERN,
    maxLength = CursorCodec.LONGEST)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface NextCursor {}
