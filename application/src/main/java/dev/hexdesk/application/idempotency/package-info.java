/** Work that is done once, however often it is asked for under one key. */
@NullMarked
package dev.hexdesk.application.idempotency;

import org.jspecify.annotations.NullMarked;
