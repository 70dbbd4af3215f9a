package dev.hexdesk.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the request of which a patch sends some fields. The API document describes and bounds them
 * as that request's, but those that bear a description of their own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PatchOf {
  Class<? extends Record> value();
}
