/** When failed logins lock a user name or an address out, and for how long. */
@NullMarked
package dev.hexdesk.domain.authentication;

import org.jspecify.annotations.NullMarked;
