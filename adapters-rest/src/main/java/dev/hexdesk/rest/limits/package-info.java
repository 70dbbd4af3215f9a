/** What one caller, or one kind of request, may take of the server, so that others get theirs. */
@NullMarked
package dev.hexdesk.rest.limits;

import org.jspecify.annotations.NullMarked;
