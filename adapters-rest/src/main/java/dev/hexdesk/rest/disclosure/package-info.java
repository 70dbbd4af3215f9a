/** How those who find a hole learn whom to tell (RFC 9116). */
@NullMarked
package dev.hexdesk.rest.disclosure;

import org.jspecify.annotations.NullMarked;
