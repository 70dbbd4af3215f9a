package dev.hexdesk.bootstrap.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.concurrent.TimeUnit;

/**
 * Requests that clients may send again.
 *
 * @param retention how long an answer is kept to be repeated
 */
public record IdempotencySection(
    @MinDuration(value = 1, unit = TimeUnit.MINUTES) @MaxDuration(value = 30, unit = TimeUnit.DAYS)
        Duration retention) {}
