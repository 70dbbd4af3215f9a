package dev.hexdesk.domain.ticket;

/** Which tickets may go on in each other. */
public enum MergeRule {
  /** Those of one employee: what one person told is not put before another. */
  SAME_EMPLOYEE,

  /** Those of different ones, too, as of two who report the same fire. */
  ANY_EMPLOYEE
}
