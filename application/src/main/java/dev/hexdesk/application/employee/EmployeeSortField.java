package dev.hexdesk.application.employee;

/** What a list of employees can be sorted by. */
public enum EmployeeSortField {
  ID,
  LAST_NAME,
  CREATED_AT,
  UPDATED_AT
}
