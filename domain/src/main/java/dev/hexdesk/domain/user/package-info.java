/** The staff of the support department. */
@NullMarked
package dev.hexdesk.domain.user;

import org.jspecify.annotations.NullMarked;
