package dev.hexdesk.application.ticket;

import java.util.List;

/**
 * Where in a ticket's own texts that stands which a search has found, each in ascending order and
 * without overlaps. Both are empty where it was found by its employee or a comment alone.
 */
public record Highlights(List<Range> title, List<Range> description) {
  /** Of a ticket in whose texts nothing is found. */
  public static final Highlights NONE = new Highlights(List.of(), List.of());

  /**
   * A stretch of a text, counted in Unicode characters from 0.
   *
   * @param end behind its last character
   */
  public record Range(int start, int end) {}

  public Highlights {
    title = List.copyOf(title);
    description = List.copyOf(description);
  }
}
