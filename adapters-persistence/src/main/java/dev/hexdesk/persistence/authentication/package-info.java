/** Failures to log in, in PostgreSQL. */
@NullMarked
package dev.hexdesk.persistence.authentication;

import org.jspecify.annotations.NullMarked;
