package dev.hexdesk.security;

import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.security.VerifiedTokens.Verified;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells our own access tokens from everything else. What a header says of keys ({@code kid}, {@code
 * jku}, {@code jwk}, {@code x5u}, {@code x5c}) is ignored: there is one key, and it is ours.
 */
final class TokenVerifier {
  private static final int LONGEST = 8192;
  private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,18}");
  private static final Pattern SPACE = Pattern.compile(" ");

  private final InstantSource clock;
  private final TokenSettings settings;
  private final JwtParser parser;

  TokenVerifier(TokenSettings settings, InstantSource clock) {
    this.clock = clock;
    this.settings = settings;
    // The parser knows no algorithm but ours: no other signature, no encryption, no compression.
    this.parser =
        Jwts.parser()
            .sig()
            .clear()
            .add(Jwts.SIG.HS256)
            .and()
            .enc()
            .clear()
            .and()
            .key()
            .clear()
            .and()
            .zip()
            .clear()
            .and()
            .json(new StrictJson())
            .verifyWith(settings.secret().key())
            .requireIssuer(settings.issuer())
            .requireAudience(settings.audience())
            .clock(() -> Date.from(clock.instant()))
            .clockSkewSeconds(settings.leeway().toSeconds())
            .build();
  }

  /** Whether it is no longer than any token of ours can be. */
  static boolean isShort(String token) {
    return token.length() <= LONGEST;
  }

  /** What the token says, when it is ours, unaltered and in its time. */
  Optional<Verified> verify(String token) {
    if (!isShort(token) || !hasCanonicalSignature(token)) {
      return Optional.empty();
    }
    try {
      Jws<Claims> jws = parser.parseSignedClaims(token);
      return isAccessToken(jws.getHeader()) && isInTime(jws.getPayload())
          ? claimsOf(jws.getPayload())
              .map(it -> new Verified(it, jws.getPayload().getExpiration().toInstant()))
          : Optional.empty();
    } catch (JwtException | IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  /**
   * Whether the signature is spelled in the one way that base64url has for it: the decoder would
   * overlook stray bits at the end, and one token would have several texts.
   */
  private static boolean hasCanonicalSignature(String token) {
    String signature = token.substring(token.lastIndexOf('.') + 1);
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(signature);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** JJWT lets {@code b64} pass where it is not critical (RFC 7797, section 6, forbids that). */
  private static boolean isAccessToken(JwsHeader header) {
    return JwtAccessTokens.TYPE.equals(header.getType()) && !header.containsKey("b64");
  }

  /** JJWT checks what is there; here no leeway extends a life, and nothing may be left out. */
  private boolean isInTime(Claims claims) {
    Date issued = claims.getIssuedAt();
    Date expires = claims.getExpiration();
    Instant now = clock.instant();
    return issued != null
        && expires != null
        && now.isBefore(expires.toInstant())
        && !issued.toInstant().isAfter(now.plus(settings.leeway()));
  }

  private static Optional<TokenClaims> claimsOf(Claims claims) {
    String subject = claims.getSubject();
    if (subject == null
        || !POSITIVE.matcher(subject).matches()
        || !(claims.get(JwtAccessTokens.EPOCH) instanceof Long epoch)) {
      return Optional.empty();
    }
    UserId user = new UserId(Long.parseLong(subject));
    if (!claims.containsKey(JwtAccessTokens.SCOPE)) {
      return Optional.of(new TokenClaims(user, epoch, Optional.empty()));
    }
    return scopesOf(claims.get(JwtAccessTokens.SCOPE))
        .map(scopes -> new TokenClaims(user, epoch, Optional.of(scopes)));
  }

  private static Optional<Set<Scope>> scopesOf(Object claim) {
    if (!(claim instanceof String codes)) {
      return Optional.empty();
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String code : codes.isEmpty() ? new String[0] : SPACE.split(codes, -1)) {
      Optional<Scope> scope = Coded.find(Scope.class, code);
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    return Optional.of(scopes);
  }
}
