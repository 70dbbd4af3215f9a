/** Figures about tickets. */
@NullMarked
package dev.hexdesk.persistence.statistics;

import org.jspecify.annotations.NullMarked;
