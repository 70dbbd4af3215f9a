/** Copies of the whole database in one file, and the way back. */
@NullMarked
package dev.hexdesk.persistence.backup;

import org.jspecify.annotations.NullMarked;
