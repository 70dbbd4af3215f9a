/** Who is calling, and whether the door is open to them. */
@NullMarked
package dev.hexdesk.rest.security;

import org.jspecify.annotations.NullMarked;
