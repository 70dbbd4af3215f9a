package dev.hexdesk.application.shared;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param limit at most this many items, 1 or more
 * @param after the place where the last page ended; empty for the first page
 * @param includeTotal whether to count all items that match, which costs more the more there are
 */
public record PageSelection(int limit, Optional<Position> after, boolean includeTotal) {
  public PageSelection {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one item, not " + limit);
    }
  }

  public static PageSelection first(int limit) {
    return new PageSelection(limit, Optional.empty(), false);
  }
}
