package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.ticket.FieldValue;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is counted of one group of tickets.
 *
 * @param period the first day of the period in which they were created; empty where all count
 *     together
 * @param group what they have in common; nothing for those without assignee or tag
 * @param firstResponse from creation to the first comment that the employee may see; empty where
 *     none of them has one
 * @param resolution from creation to resolution; empty where none of them is resolved
 */
public record Figures(
    Optional<LocalDate> period,
    FieldValue group,
    long count,
    Optional<Spread> firstResponse,
    Optional<Spread> resolution) {}
