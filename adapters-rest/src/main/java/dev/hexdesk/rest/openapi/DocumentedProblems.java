package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.problem.ProblemType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the problems that a resource method may answer, beyond those that follow from its shape:
 * who needs a token may be refused it, who sends a body may have it refused.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface DocumentedProblems {
  ProblemType[] value();
}
