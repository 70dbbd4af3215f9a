/** How well the department does, on the wire. */
@NullMarked
package dev.hexdesk.rest.statistics;

import org.jspecify.annotations.NullMarked;
