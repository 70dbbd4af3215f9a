package dev.hexdesk.rest.security;

import dev.hexdesk.domain.access.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a caller must be permitted for a resource method, so that who may not is turned away
 * before their body is read, and so that the API document can tell. The use case behind it decides
 * again, with the whole matter before it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
  /** None at all where everybody may come in who is not disabled. */
  Permission[] value();

  /** Whether one of the permissions opens the door, the rest depending on what is asked. */
  boolean any() default false;
}
