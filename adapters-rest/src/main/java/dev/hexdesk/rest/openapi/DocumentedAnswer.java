package dev.hexdesk.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what a resource method answers when it does as it was asked. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(DocumentedAnswer.All.class)
public @interface DocumentedAnswer {
  int status() default 200;

  String description();

  /** What is answered as JSON; {@link Void} for an answer without a body. */
  Class<?> body() default Void.class;

  /** Whether who asks for it gets CSV instead. */
  boolean orCsv() default false;

  /** Several answers of one method. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface All {
    DocumentedAnswer[] value();
  }
}
