/** The hexagon put together, for the server and for commands. */
@NullMarked
package dev.hexdesk.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
