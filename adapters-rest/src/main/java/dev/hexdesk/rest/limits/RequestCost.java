package dev.hexdesk.rest.limits;

/** What answering a request takes, by which its caller is charged and let in. */
public enum RequestCost {
  /** One thing, found by its id. */
  READ,
  /** A page of a list. */
  LIST,
  WRITE,
  /** What grows with all that is stored: counts, statistics, searches for many words. */
  COSTLY,
  /** Many rows, in or out; transfers have a bulkhead of their own. */
  TRANSFER
}
