/** Employees as resources. */
@NullMarked
package dev.hexdesk.rest.employee;

import org.jspecify.annotations.NullMarked;
