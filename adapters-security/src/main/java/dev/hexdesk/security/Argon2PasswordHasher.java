package dev.hexdesk.security;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.hexdesk.application.user.PasswordHasher;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Hashes passwords by Argon2id, in memory outside of the heap. */
public final class Argon2PasswordHasher implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int DIGEST_BYTES = 32;

  /** RFC 9106, section 3.1: eight for each lane. */
  private static final int LEAST_KIBIBYTES = 8;

  private final Argon2Advanced argon2 =
      Argon2Factory.createAdvanced(Argon2Types.ARGON2id, SALT_BYTES, DIGEST_BYTES);
  private final Argon2Cost cost;
  private final DummyHashes nobodys;

  /**
   * @param secret keys the choice of which cost an unknown name's dummy hash has
   */
  public Argon2PasswordHasher(Argon2Cost cost, SigningSecret secret) {
    this.cost = cost;
    this.nobodys = new DummyHashes(cost, secret);
  }

  /** A hasher whose callers don't use {@link #verifyDummy}. */
  public Argon2PasswordHasher(Argon2Cost cost) {
    this(cost, SigningSecret.of(SigningSecret.generate()));
  }

  /**
   * Loads the library, which is no Java, so that a server that can't have it does not start.
   *
   * @throws LinkageError where it can't be loaded
   */
  public void load() {
    byte[] digest =
        argon2.pbkdf(1, LEAST_KIBIBYTES, 1, new byte[] {1}, new byte[SALT_BYTES], DIGEST_BYTES);
    if (digest.length != DIGEST_BYTES) {
      throw new IllegalStateException("The library of Argon2 makes no hashes");
    }
  }

  /**
   * Lets unknown names take as long as users do.
   *
   * @param makes how many users have a hash of each make
   */
  public void matchCosts(Map<String, Long> makes) {
    nobodys.matchCosts(makes);
  }

  @Override
  public PasswordHash hash(Password password) {
    return withBytesOf(
        password.prepared(),
        bytes ->
            new PasswordHash(
                argon2.hash(cost.passes(), cost.memoryKibibytes(), cost.lanes(), bytes)));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The library's own verification answers "no" for whatever goes wrong, memory that could not
   * be had included; hashing again and comparing tells a wrong password from a failure.
   *
   * <p>A wrong password costs a hash for each of its spellings, whether there is such a user or
   * not. It has more than one only where it has characters beyond ASCII.
   *
   * @throws IllegalStateException when the stored hash is malformed, or hashing failed
   */
  @Override
  public boolean verify(Password password, PasswordHash hash) {
    EncodedHash known = EncodedHash.of(hash);
    return password.spellings().stream().anyMatch(spelling -> isOf(spelling, known));
  }

  private boolean isOf(String spelling, EncodedHash known) {
    Argon2Cost paid = known.cost();
    byte[] digest =
        withBytesOf(
            spelling,
            bytes ->
                argon2.pbkdf(
                    paid.passes(),
                    paid.memoryKibibytes(),
                    paid.lanes(),
                    bytes,
                    known.salt(),
                    known.digest().length));
    return MessageDigest.isEqual(digest, known.digest());
  }

  @Override
  public void verifyDummy(Password password, Optional<Username> name) {
    verify(password, nobodys.of(name));
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !EncodedHash.of(hash).cost().equals(cost);
  }

  private static <T> T withBytesOf(String spelling, Function<byte[], T> work) {
    byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
    try {
      return work.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
