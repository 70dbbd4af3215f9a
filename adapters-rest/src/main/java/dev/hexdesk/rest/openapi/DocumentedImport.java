package dev.hexdesk.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the body of a resource method that takes a file of rows, of any type it consumes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DocumentedImport {
  /** A file of one row, as CSV. */
  String exampleCsv();
}
