/** The table of links between tickets. */
@NullMarked
package dev.hexdesk.persistence.link;

import org.jspecify.annotations.NullMarked;
