/** What the server logs while it runs. */
@NullMarked
package dev.hexdesk.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
