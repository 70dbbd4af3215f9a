/** Tickets as resources. */
@NullMarked
package dev.hexdesk.rest.ticket;

import org.jspecify.annotations.NullMarked;
