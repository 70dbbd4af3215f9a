/** The table of employees. */
@NullMarked
package dev.hexdesk.persistence.employee;

import org.jspecify.annotations.NullMarked;
