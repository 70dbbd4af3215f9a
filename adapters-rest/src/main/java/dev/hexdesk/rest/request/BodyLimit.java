package dev.hexdesk.rest.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many bytes the body of a resource method may have, counted once inflated. Where nothing is
 * said it is {@link #STANDARD}; files that are read bit by bit have a limit of their own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {
  /** 1 MiB. */
  int STANDARD = 1 << 20;

  int value();
}
