package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;

/** What the statistics of tickets tell. */
final class Figures {
  private Figures() {}

  /** The figures of one group. */
  static JsonNode of(String group, ServerResponse statistics) {
    return statistics
        .json()
        .path("items")
        .valueStream()
        .filter(item -> item.path("group").asText().equals(group))
        .findFirst()
        .orElseThrow(() -> new AssertionError(statistics.toString()));
  }
}
