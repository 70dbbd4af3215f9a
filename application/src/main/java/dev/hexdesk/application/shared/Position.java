package dev.hexdesk.application.shared;

/**
 * A place between two rows of a sorted list, told by the row before it.
 *
 * @param sortValue that row's value of the field sorted by, in a form that loses nothing: text as
 *     it is, instants in ISO 8601, numbers in decimal
 * @param id that row's id
 */
public record Position(String sortValue, long id) {}
