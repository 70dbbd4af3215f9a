package dev.hexdesk.domain.user;

/** A password's hash in the encoded form of its algorithm, with salt and cost inside. */
public record PasswordHash(String encoded) {
  public PasswordHash {
    if (encoded.isBlank()) {
      throw new IllegalArgumentException("a password hash must not be blank");
    }
  }

  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
