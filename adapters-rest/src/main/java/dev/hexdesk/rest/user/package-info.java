/** Users as resources. */
@NullMarked
package dev.hexdesk.rest.user;

import org.jspecify.annotations.NullMarked;
