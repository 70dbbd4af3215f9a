package dev.hexdesk.bootstrap.config;

import dev.hexdesk.rest.transfer.TransferTypes;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;

/**
 * Exports and imports.
 *
 * @param atOnce how many may run at a time
 * @param largestFile that may be imported
 * @param mostRows of one file
 * @param stallTimeout how long is waited for a client who does not keep up
 */
public record TransfersSection(
    @Min(1) @Max(100) int atOnce,
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
        @MaxDataSize(value = TransferTypes.LARGEST, unit = DataSizeUnit.BYTES)
        DataSize largestFile,
    @Min(1) @Max(10_000_000) int mostRows,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) @MaxDuration(value = 1, unit = TimeUnit.HOURS)
        Duration stallTimeout) {}
