/** Use cases that tell how well the department does. */
@NullMarked
package dev.hexdesk.application.statistics;

import org.jspecify.annotations.NullMarked;
