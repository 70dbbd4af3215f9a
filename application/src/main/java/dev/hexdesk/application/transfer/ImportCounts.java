package dev.hexdesk.application.transfer;

/** How many rows a file had, and what became of them. */
public record ImportCounts(long rows, long created, long updated, long unchanged) {}
