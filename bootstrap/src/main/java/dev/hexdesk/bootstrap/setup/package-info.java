/** The file with the users that an installation starts with. */
@NullMarked
package dev.hexdesk.bootstrap.setup;

import org.jspecify.annotations.NullMarked;
