package dev.hexdesk.bootstrap.journey;

/** Somebody who has logged in, and the token that they got. */
public record Person(long id, String username, String password, String token) {
  Person bearing(String other) {
    return new Person(id, username, password, other);
  }

  @Override
  public String toString() {
    return username;
  }
}
