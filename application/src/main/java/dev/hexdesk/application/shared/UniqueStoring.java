package dev.hexdesk.application.shared;

/** The outcome of storing something of which some values can't be another's, too. */
public sealed interface UniqueStoring<T> {
  record Stored<T>(T value) implements UniqueStoring<T> {}

  /** Another has the value of that field, which is named as clients name it. */
  record AlreadyExists<T>(String field) implements UniqueStoring<T> {}
}
