package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.user.UserId;
import java.time.Instant;

/**
 * How rows are imported.
 *
 * @param by on whose behalf
 * @param now when what has no time of its own happens
 * @param mayRewriteHistory whether moments of the past may be set
 * @param keep whether anything is kept; otherwise it is only tried
 */
public record ImportOptions(UserId by, Instant now, boolean mayRewriteHistory, boolean keep) {}
