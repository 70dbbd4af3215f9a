/** The people whom the support department helps. */
@NullMarked
package dev.hexdesk.domain.employee;

import org.jspecify.annotations.NullMarked;
