package dev.hexdesk.bootstrap.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A body that was good before.
 *
 * @param bytes a character for each
 * @param field the one that was changed, where the rest is still JSON; else empty
 * @param expected what has to come of it
 */
record Mutant(String bytes, String field, Expected expected) {
  enum Expected {
    ANY,
    ACCEPTED,
    MALFORMED
  }

  static Mutant of(String json, String field, Expected expected) {
    return new Mutant(
        new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
        field,
        expected);
  }
}
