/** The table of users: their profiles, and the credentials that are kept with them. */
@NullMarked
package dev.hexdesk.persistence.user;

import org.jspecify.annotations.NullMarked;
