package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.shared.TextRule;

/** What the fields of a ticket must look like, in the numbers that the operator chose. */
public record TicketRules(
    TextRule<Title> title, TextRule<Description> description, TextRule<Tag> tag) {}
