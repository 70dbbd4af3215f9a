package dev.hexdesk.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hexdesk.application.authentication.TokenClaims;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Remembers tokens that were verified, until they expire: the same one comes with each request of
 * its bearer. It keeps hashes alone, so that no token can be had from it, and nothing of what was
 * refused, so that nobody can fill it with rubbish. What a token's user may do, and whether the
 * token was revoked, is not remembered here.
 */
final class VerifiedTokens {
  /** A claim set takes about three hundred bytes. */
  private static final int CACHE_CAPACITY = 10_000;

  /**
   * What a token says.
   *
   * @param expires from then on it is not valid any more
   */
  record Verified(TokenClaims claims, Instant expires) {}

  private final TokenVerifier verifier;
  private final InstantSource clock;
  private final Cache<Hash, Verified> known =
      Caffeine.newBuilder()
          .maximumSize(CACHE_CAPACITY)
          .executor(Runnable::run)
          .recordStats()
          .build();

  VerifiedTokens(TokenVerifier verifier, InstantSource clock) {
    this.verifier = verifier;
    this.clock = clock;
  }

  /** What the token says, when it is ours, unaltered and in its time. */
  Optional<TokenClaims> verify(String token) {
    if (!TokenVerifier.isShort(token)) {
      return Optional.empty();
    }
    Hash hash = Hash.of(token);
    Verified before = known.getIfPresent(hash);
    if (before != null) {
      if (clock.instant().isBefore(before.expires())) {
        return Optional.of(before.claims());
      }
      known.invalidate(hash);
    }
    Optional<Verified> verified = verifier.verify(token);
    verified.ifPresent(it -> known.put(hash, it));
    return verified.map(Verified::claims);
  }

  /** How often a token was remembered. */
  long hits() {
    return known.stats().hitCount();
  }

  /** How often one was not. */
  long misses() {
    return known.stats().missCount();
  }

  /** A SHA-256 hash: two tokens with the same one are not to be found. */
  private record Hash(long first, long second, long third, long fourth) {
    private static final MessageDigest DIGEST = digest();

    static Hash of(String token) {
      ByteBuffer hash = ByteBuffer.wrap(copyOfDigest().digest(token.getBytes(UTF_8)));
      return new Hash(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    /** To ask the providers for one each time takes longer than to hash a token. */
    private static MessageDigest copyOfDigest() {
      try {
        return (MessageDigest) DIGEST.clone();
      } catch (CloneNotSupportedException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static MessageDigest digest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }
}
