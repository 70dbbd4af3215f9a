package dev.hexdesk.bootstrap.config;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.concurrent.TimeUnit;

/**
 * How long clients may take.
 *
 * @param headTimeout for the head of a request
 */
public record RequestsSection(
    @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
        @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration headTimeout) {}
