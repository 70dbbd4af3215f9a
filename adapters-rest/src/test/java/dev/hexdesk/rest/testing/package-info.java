/**
 * What tests of the API need: a server in the same thread, callers, and a check of answers against
 * the API document.
 */
@NullMarked
package dev.hexdesk.rest.testing;

import org.jspecify.annotations.NullMarked;
