/** What tests of the API need: a server in the same thread, callers, and the contract's guard. */
@NullMarked
package dev.hexdesk.rest.testing;

import org.jspecify.annotations.NullMarked;
