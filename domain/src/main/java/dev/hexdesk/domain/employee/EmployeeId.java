package dev.hexdesk.domain.employee;

/** Identifies an employee for ever; never given twice. */
public record EmployeeId(long value) {
  public EmployeeId {
    if (value < 1) {
      throw new IllegalArgumentException("ids are positive, not " + value);
    }
  }
}
