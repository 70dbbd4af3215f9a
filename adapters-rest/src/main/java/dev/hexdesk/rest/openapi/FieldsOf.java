package dev.hexdesk.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names another request of which this one sends fields. The API document describes and bounds these
 * as the other's, but those that bear a description of their own. A patch needs none of them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FieldsOf {
  Class<? extends Record> value();
}
