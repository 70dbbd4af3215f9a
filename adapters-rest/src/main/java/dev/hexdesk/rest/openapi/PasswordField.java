package dev.hexdesk.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tells the API document that a field of a request is a password. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface PasswordField {
  /** Whether it is about to be set, and so must follow the operator's rules. */
  boolean chosen();
}
