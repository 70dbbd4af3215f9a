/** Telephone numbers as people write them. */
@NullMarked
package dev.hexdesk.bootstrap.phones;

import org.jspecify.annotations.NullMarked;
