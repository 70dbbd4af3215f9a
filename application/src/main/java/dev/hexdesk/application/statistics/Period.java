package dev.hexdesk.application.statistics;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A stretch of the calendar whose tickets are counted by themselves. It lasts until the next
 * begins.
 *
 * @param firstDay by which clients know it
 * @param start when that day began where the calendar hangs
 */
public record Period(LocalDate firstDay, Instant start) {}
