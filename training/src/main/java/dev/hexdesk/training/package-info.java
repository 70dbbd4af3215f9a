/**
 * A short working life of the server, from which Java learns what to have ready at each start. It
 * knows the server from outside alone, as a client does, and is no part of it.
 */
@NullMarked
package dev.hexdesk.training;

import org.jspecify.annotations.NullMarked;
