/** Logging in, being recognised by a token, and looking after one's own password. */
@NullMarked
package dev.hexdesk.application.authentication;

import org.jspecify.annotations.NullMarked;
