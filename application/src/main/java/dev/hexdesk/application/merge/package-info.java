/** Use cases around tickets that turn out to be one. */
@NullMarked
package dev.hexdesk.application.merge;

import org.jspecify.annotations.NullMarked;
