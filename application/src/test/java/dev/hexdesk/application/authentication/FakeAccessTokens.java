package dev.hexdesk.application.authentication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Issues tokens that say no more than their number, and knows what each of them claims. */
public final class FakeAccessTokens implements AccessTokens {
  public static final Duration LIFETIME = Duration.ofMinutes(60);

  private final List<TokenClaims> issued = new ArrayList<>();

  @Override
  public Issued issue(TokenClaims claims) {
    issued.add(claims);
    return new Issued("token-" + (issued.size() - 1), LIFETIME);
  }

  @Override
  public Optional<TokenClaims> verify(String token) {
    return issued.stream()
        .filter(claims -> token.equals("token-" + issued.indexOf(claims)))
        .findFirst();
  }
}
