package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token says of its bearer. Roles are no part of it: they are looked up at each
 * request.
 *
 * @param epoch the epoch of the user's credentials when the token was issued
 * @param scopes what the token was narrowed to; empty when it was not
 */
public record TokenClaims(UserId userId, long epoch, Optional<Set<Scope>> scopes) {}
