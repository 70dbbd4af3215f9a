package dev.hexdesk.security;

import dev.hexdesk.application.authentication.AccessTokens;
import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.access.Scope;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Access tokens as JWTs (RFC 9068 in form), signed with HS256 and a secret of the installation. */
public final class JwtAccessTokens implements AccessTokens {
  /** Tells an access token from any other kind that the same secret may sign (RFC 8725, 3.11). */
  static final String TYPE = "at+jwt";

  static final String EPOCH = "epoch";
  static final String SCOPE = "scope";

  private final TokenSettings settings;
  private final InstantSource clock;
  private final VerifiedTokens verifier;

  public JwtAccessTokens(TokenSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.verifier = new VerifiedTokens(new TokenVerifier(settings, clock), clock);
  }

  @Override
  public Issued issue(TokenClaims claims) {
    Instant now = clock.instant();
    JwtBuilder token =
        Jwts.builder()
            .header()
            .type(TYPE)
            .and()
            .issuer(settings.issuer())
            .audience()
            .add(settings.audience())
            .and()
            .subject(Long.toString(claims.userId().value()))
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(settings.lifetime())))
            .id(UUID.randomUUID().toString())
            .claim(EPOCH, claims.epoch());
    claims.scopes().ifPresent(scopes -> token.claim(SCOPE, codesOf(scopes)));
    return new Issued(
        token.signWith(settings.secret().key(), Jwts.SIG.HS256).compact(), settings.lifetime());
  }

  @Override
  public Optional<TokenClaims> verify(String token) {
    return verifier.verify(token);
  }

  /** How often a token that came was remembered as verified. */
  public long cacheHits() {
    return verifier.hits();
  }

  /** How often one had to be looked at, and was ours or not. */
  public long cacheMisses() {
    return verifier.misses();
  }

  private static String codesOf(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(" "));
  }
}
