/** Setting up the users that a fresh installation starts with. */
@NullMarked
package dev.hexdesk.application.setup;

import org.jspecify.annotations.NullMarked;
