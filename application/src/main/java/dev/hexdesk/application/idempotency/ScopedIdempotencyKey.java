package dev.hexdesk.application.idempotency;

import dev.hexdesk.domain.user.UserId;

/**
 * The name that a caller gave to a piece of work, so that they can ask for it again without it
 * being done twice. The same key of another caller, or for another operation, names other work.
 *
 * @param operation what is done and where, such as {@code POST /api/v1/tickets}
 */
public record ScopedIdempotencyKey(UserId caller, String operation, String key) {}
