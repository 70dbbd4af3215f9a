/** Use cases around the department's staff. */
@NullMarked
package dev.hexdesk.application.user;

import org.jspecify.annotations.NullMarked;
