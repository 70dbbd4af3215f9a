package dev.hexdesk.domain.user;

/** A password in clear, on its short way from a request to the hasher; it never shows itself. */
public record Password(String value) {
  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
