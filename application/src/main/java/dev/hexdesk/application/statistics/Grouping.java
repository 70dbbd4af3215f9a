package dev.hexdesk.application.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what tickets are told apart when they are counted. */
public enum Grouping {
  STATUS,
  PRIORITY,
  ASSIGNEE,
  /** A ticket with several counts under each of them. */
  TAG;

  /** The grouping as people write it, {@code assignee}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Grouping> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
