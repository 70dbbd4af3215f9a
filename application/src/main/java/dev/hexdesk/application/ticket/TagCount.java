package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.ticket.Tag;

/** How many tickets bear a tag. */
public record TagCount(Tag tag, long count) {}
