package dev.hexdesk.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the record of rules that a request's fields are checked by. Each rule is the one of the
 * field that bears its name, or of each item of the list that bears its plural, and the API
 * document tells its limits there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CheckedBy {
  Class<? extends Record> value();
}
