/** Requests that clients may send again without anything being done twice. */
@NullMarked
package dev.hexdesk.rest.idempotency;

import org.jspecify.annotations.NullMarked;
