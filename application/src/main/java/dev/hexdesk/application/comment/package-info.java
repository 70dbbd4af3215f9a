/** Use cases around what is said about tickets. */
@NullMarked
package dev.hexdesk.application.comment;

import org.jspecify.annotations.NullMarked;
