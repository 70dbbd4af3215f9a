/** Use cases around tickets. */
@NullMarked
package dev.hexdesk.application.ticket;

import org.jspecify.annotations.NullMarked;
