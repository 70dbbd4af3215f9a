package dev.hexdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DummyHashesTest {
  private static final String OLD = "$argon2id$v=19$m=64,t=1,p=1";
  private static final String OLDER = "$argon2id$v=19$m=32,t=1,p=1";
  private static final String PRESENT = "$argon2id$v=19$m=128,t=2,p=1";
  private static final SigningSecret SECRET = SigningSecret.of("x".repeat(32));

  private final DummyHashes hashes = new DummyHashes(new Argon2Cost(128, 2, 1), SECRET);

  @Test
  void haveThePresentCostAtFirst() {
    assertThat(share(PRESENT)).isEqualTo(1);
    assertThat(makeOf(hashes.of(Optional.empty()))).isEqualTo(PRESENT);
    assertThat(EncodedHash.of(hashes.of(Optional.empty())).cost())
        .isEqualTo(new Argon2Cost(128, 2, 1));
  }

  @Test
  void haveTheCostsOfUsersInTheirShares() {
    hashes.matchCosts(Map.of(OLD, 60L, OLDER, 20L, PRESENT, 20L));

    assertThat(share(OLD)).isBetween(0.55, 0.65);
    assertThat(share(OLDER)).isBetween(0.15, 0.25);
  }

  @Test
  void moveOnOnceAsUsersDo() {
    hashes.matchCosts(Map.of(OLD, 60L, PRESENT, 40L));
    List<String> before = makes();
    hashes.matchCosts(Map.of(OLD, 30L, PRESENT, 70L));
    List<String> after = makes();

    assertThat(share(OLD)).isBetween(0.25, 0.35);
    for (int n = 0; n < before.size(); n++) {
      assertThat(before.get(n).equals(PRESENT) && after.get(n).equals(OLD)).isFalse();
    }
    hashes.matchCosts(Map.of(PRESENT, 100L));
    assertThat(share(PRESENT)).isEqualTo(1);
  }

  @Test
  void areTheSameOnEveryNodeAndAfterARestartButForAnotherSecret() {
    DummyHashes node = new DummyHashes(new Argon2Cost(128, 2, 1), SECRET);
    DummyHashes foreign =
        new DummyHashes(new Argon2Cost(128, 2, 1), SigningSecret.of("y".repeat(32)));
    for (DummyHashes each : List.of(hashes, node, foreign)) {
      each.matchCosts(Map.of(OLD, 1L, PRESENT, 1L));
    }

    assertThat(makes(node)).isEqualTo(makes());
    assertThat(makes(foreign)).isNotEqualTo(makes());
  }

  @Test
  void imitateNoHashThatIsDamaged() {
    hashes.matchCosts(Map.of("$2b$12", 99L, PRESENT, 1L));

    assertThat(share(PRESENT)).isEqualTo(1);
  }

  private double share(String make) {
    return makes().stream().filter(make::equals).count() / 2000.0;
  }

  private List<String> makes() {
    return makes(hashes);
  }

  private static List<String> makes(DummyHashes hashes) {
    return IntStream.range(0, 2000)
        .mapToObj(n -> makeOf(hashes.of(Optional.of(new Username("name" + n)))))
        .toList();
  }

  private static String makeOf(PasswordHash hash) {
    return hash.encoded().replaceFirst("\\$[^$]+\\$[^$]+$", "");
  }
}
