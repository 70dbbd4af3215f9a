package dev.hexdesk.application.user;

/** What a list of users can be sorted by. */
public enum UserSortField {
  ID,
  USERNAME,
  LAST_NAME,
  CREATED_AT,
  UPDATED_AT
}
