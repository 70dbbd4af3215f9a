package dev.hexdesk.bootstrap.hardening;

import java.util.List;

/** What the files of the table leave out. */
final class Written {
  private Written() {}

  static void required(String key, Object value) {
    if (value == null) {
      throw new IllegalArgumentException("'" + key + "' is missing");
    }
  }

  static <T> List<T> listed(List<T> values) {
    return values == null ? List.of() : values;
  }
}
