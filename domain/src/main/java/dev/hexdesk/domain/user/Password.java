package dev.hexdesk.domain.user;

/** A password in clear, on its short way from a request to the hasher; it never shows itself. */
public record Password(String value) {
  /** A part of everything, so to contain it means nothing. */
  private static final int TOO_SHORT_A_NAME = 2;

  /** Whether the name, in any spelling, is a part of it. */
  public boolean contains(String username) {
    String name = Username.keyOf(username);
    return name.length() > TOO_SHORT_A_NAME && Username.keyOf(value).contains(name);
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
