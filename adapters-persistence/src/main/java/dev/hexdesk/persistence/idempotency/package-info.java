/** What was done under a key, in PostgreSQL. */
@NullMarked
package dev.hexdesk.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
