package dev.hexdesk.rest.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the requests of a resource, or of one method, cost. Without it those that change
 * something are writes, those with the parameters of a page lists, and all others reads.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequestCosts {
  RequestCost value();
}
