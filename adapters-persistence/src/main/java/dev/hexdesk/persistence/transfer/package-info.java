/** Imports, by way of temporary tables. */
@NullMarked
package dev.hexdesk.persistence.transfer;

import org.jspecify.annotations.NullMarked;
