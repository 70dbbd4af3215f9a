/** Use cases around the people whom the department supports. */
@NullMarked
package dev.hexdesk.application.employee;

import org.jspecify.annotations.NullMarked;
