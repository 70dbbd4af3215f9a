/** Who may do what: permissions, roles, scopes, and the policy that joins them. */
@NullMarked
package dev.hexdesk.domain.access;

import org.jspecify.annotations.NullMarked;
