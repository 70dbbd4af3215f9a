/** A short working life of the server, from which Java learns what to have ready at each start. */
@NullMarked
package dev.hexdesk.bootstrap.training;

import org.jspecify.annotations.NullMarked;
