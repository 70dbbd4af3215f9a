package dev.hexdesk.application.authentication;

import java.time.Duration;
import java.util.Optional;

/** Issues access tokens and recognises its own. */
public interface AccessTokens {
  /** A fresh token; it shows itself to its bearer alone. */
  record Issued(String token, Duration lifetime) {
    @Override
    public String toString() {
      return "Issued[hidden, lifetime=" + lifetime + "]";
    }
  }

  Issued issue(TokenClaims claims);

  /** What a token says, when it is one of ours, unaltered and in its time. */
  Optional<TokenClaims> verify(String token);
}
