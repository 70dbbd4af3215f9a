/** Tokens, the caller's own user, and their password. */
@NullMarked
package dev.hexdesk.rest.authentication;

import org.jspecify.annotations.NullMarked;
