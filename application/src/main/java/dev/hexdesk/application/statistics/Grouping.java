package dev.hexdesk.application.statistics;

import dev.hexdesk.domain.shared.Coded;

/** By what tickets are told apart when they are counted. */
public enum Grouping implements Coded {
  STATUS,
  PRIORITY,
  ASSIGNEE,
  /** A ticket with several counts under each of them. */
  TAG;
}
