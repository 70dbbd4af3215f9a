/** The terminal, as all that speaks to the operator uses it. */
@NullMarked
package dev.hexdesk.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
