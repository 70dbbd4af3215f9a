package dev.hexdesk.security;

import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;

/**
 * Dummy hashes, which the passwords of unknown names are verified against, so that an unknown name
 * takes as long as a known one. After a change of cost users keep hashes of the old one until they
 * log in, so the same share of unknown names has dummies of the old cost. An HMAC of the name
 * chooses which; without the secret nobody can foretell it. As users move on to the present cost,
 * so do unknown names, each once.
 */
final class DummyHashes {
  private static final String SALT_AND_DIGEST =
      "$c29tZXNhbHRzb21lc2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  private final String present;
  private final SigningSecret secret;

  /** The cumulative share of users by former parameters of their hashes. */
  private volatile Map<String, Double> former = Map.of();

  DummyHashes(Argon2Cost cost, SigningSecret secret) {
    this.present =
        "$argon2id$v=19$m=%d,t=%d,p=%d"
            .formatted(cost.memoryKibibytes(), cost.passes(), cost.lanes());
    this.secret = secret;
  }

  void matchCosts(Map<String, Long> makes) {
    double all = makes.values().stream().mapToLong(Long::longValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    double sum = 0;
    for (Map.Entry<String, Long> make : new TreeMap<>(makes).entrySet()) {
      if (!make.getKey().equals(present) && EncodedHash.isOne(hash(make.getKey()))) {
        sum += make.getValue() / all;
        shares.put(make.getKey(), sum);
      }
    }
    former = shares;
  }

  PasswordHash of(Optional<Username> name) {
    double lot = lotOf(name.map(Username::key).orElse(""));
    return hash(
        former.entrySet().stream()
            .filter(share -> lot < share.getValue())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(present));
  }

  private static PasswordHash hash(String make) {
    return new PasswordHash(make + SALT_AND_DIGEST);
  }

  /** From 0 to 1, always the same for a name. */
  private double lotOf(String name) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret.key());
      byte[] digest = mac.doFinal(("nobody " + name).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
