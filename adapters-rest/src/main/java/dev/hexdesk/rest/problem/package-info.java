/** Every error that clients see, as problem details (RFC 9457). */
@NullMarked
package dev.hexdesk.rest.problem;

import org.jspecify.annotations.NullMarked;
