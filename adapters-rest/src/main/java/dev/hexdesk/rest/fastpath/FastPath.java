package dev.hexdesk.rest.fastpath;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a resource method that {@link FastPathFilter} may call it: it reads a list, or one thing
 * by the id at the end of its path. It takes the caller, that id, query parameters, and the headers
 * and address of the request, and returns a whole response whose entity is written as JSON.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FastPath {}
