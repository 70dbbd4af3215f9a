package dev.hexdesk.application.shared;

/** The outcome of deleting something. */
public enum Deletion {
  DELETED,

  /** Something that is stored names it. */
  IN_USE,

  UNKNOWN
}
