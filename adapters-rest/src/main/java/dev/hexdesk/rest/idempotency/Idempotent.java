package dev.hexdesk.rest.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets clients send {@code Idempotency-Key} to a resource method, and repeats its answer to the
 * same key instead of running it again. The API document follows from it.
 *
 * <p>The method must have an {@code @Auth Caller}. With a key it runs inside a transaction, which
 * its use cases join: it is kept as a whole with a successful answer, or not at all. Its answer is
 * stored, headers included, so there must be no secret in it. One that shows employees or tickets
 * says which ({@link MentionsDataSubjects}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {}
