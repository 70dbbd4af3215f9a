/** The tables of tickets, their histories and links. */
@NullMarked
package dev.hexdesk.persistence.ticket;

import org.jspecify.annotations.NullMarked;
