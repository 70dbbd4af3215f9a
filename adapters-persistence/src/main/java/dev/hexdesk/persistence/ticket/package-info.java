/** The table of tickets. */
@NullMarked
package dev.hexdesk.persistence.ticket;

import org.jspecify.annotations.NullMarked;
