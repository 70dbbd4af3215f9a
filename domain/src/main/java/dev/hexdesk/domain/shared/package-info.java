/** Values and checks that every feature of the business shares. */
@NullMarked
package dev.hexdesk.domain.shared;

import org.jspecify.annotations.NullMarked;
