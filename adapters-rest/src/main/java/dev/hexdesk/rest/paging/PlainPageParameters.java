package dev.hexdesk.rest.paging;

/** The parameters of a list that has one order and no filters. */
public final class PlainPageParameters extends PageParameters {}
