package dev.hexdesk.bootstrap.config;

import dev.hexdesk.rest.transfer.TransferTypes;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MinDataSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Exports and imports.
 *
 * @param atOnce how many may run at a time
 * @param largestFile that may be imported
 * @param mostRows of one file
 */
public record TransfersSection(
    @Min(1) @Max(100) int atOnce,
    @MinDataSize(value = 1, unit = DataSizeUnit.KIBIBYTES)
        @MaxDataSize(value = TransferTypes.LARGEST, unit = DataSizeUnit.BYTES)
        DataSize largestFile,
    @Min(1) @Max(10_000_000) int mostRows) {}
