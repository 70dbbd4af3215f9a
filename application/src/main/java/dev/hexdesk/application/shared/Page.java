package dev.hexdesk.application.shared;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of a list.
 *
 * @param next where the next page begins; empty on the last one
 * @param total how many items match in all; empty where nobody asked
 */
public record Page<T>(List<T> items, Optional<Position> next, OptionalLong total) {
  public Page {
    items = List.copyOf(items);
  }
}
