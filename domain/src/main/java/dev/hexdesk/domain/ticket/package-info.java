/** The work itself: tickets and the workflow that they follow. */
@NullMarked
package dev.hexdesk.domain.ticket;

import org.jspecify.annotations.NullMarked;
