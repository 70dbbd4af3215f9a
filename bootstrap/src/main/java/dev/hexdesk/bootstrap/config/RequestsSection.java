package dev.hexdesk.bootstrap.config;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;

/**
 * How long clients may take, and how much of theirs is held.
 *
 * @param headTimeout for the head of a request
 * @param bodyTimeout for a body that is held as a whole
 * @param heldBodies how large all of these may be at a time
 * @param connectionsPerAddress how many an address may have open
 * @param fastPath whether frequent reads are answered in front of JAX-RS
 */
public record RequestsSection(
    @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
        @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration headTimeout,
    @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS)
        @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration bodyTimeout,
    @MinDataSize(value = 8, unit = DataSizeUnit.MEBIBYTES) DataSize heldBodies,
    @Min(1) int connectionsPerAddress,
    boolean fastPath) {}
