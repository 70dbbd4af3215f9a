/** The department kept in memory, for tests that need no database. */
@NullMarked
package dev.hexdesk.application.memory;

import org.jspecify.annotations.NullMarked;
