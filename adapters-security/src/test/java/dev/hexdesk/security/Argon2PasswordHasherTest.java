package dev.hexdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordHasherTest {
  /** The reference implementation's own example: "password", salted with "somesalt". */
  private static final PasswordHash REFERENCE =
      new PasswordHash(
          "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

  private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(new Argon2Cost(64, 1, 1));

  @Test
  void verifiesWhatItHashed() {
    assertThat(hasher.verify(new Password("Passw0rd!"), hash("Passw0rd!"))).isTrue();
  }

  @Test
  void verifiesWhatTheReferenceImplementationHashed() {
    assertThat(hasher.verify(new Password("password"), REFERENCE)).isTrue();
    assertThat(hasher.verify(new Password("passwore"), REFERENCE)).isFalse();
  }

  @Test
  void writesTheEncodedFormOfArgon2id() {
    assertThat(hash("Passw0rd!").encoded())
        .matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void saltsEveryHash() {
    assertThat(hash("Passw0rd!")).isNotEqualTo(hash("Passw0rd!"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Passw0rd!, passw0rd!",
        "Passw0rd!, \"Passw0rd! \"",
        "Passw0rd!, \" Passw0rd!\"",
        "Passw0rd!, Passw0rd",
        "Passw0rd!, \"\"",
        "ﬁve, five",
        "\"a\u0000b\", a",
        "\"a\u0000b\", \"a\u0000c\""
      })
  void foldsTrimsAndCutsNothing(String right, String wrong) {
    assertThat(hasher.verify(new Password(wrong), hash(right))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Gr\u00fcn#Horse7, Gru\u0308n#Horse7",
    "\u1112\u1161\u11ab#Horse7, \ud55c#Horse7",
    "Gr\u00fcn Horse7, Gru\u0308n\u00a0Horse7"
  })
  void takesWhatEachKeyboardMakesOfTheSamePassword(String one, String other) {
    assertThat(hasher.verify(new Password(other), hash(one))).isTrue();
    assertThat(hasher.verify(new Password(one), hash(other))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gru\u0308n#Horse7", "Gr\u00fcn#Horse7", "Gr\u00fcn\u00a0Horse7"})
  void takesWhatWasOnceHashedAsItCame(String password) {
    PasswordHash asItCame =
        new PasswordHash(
            Argon2Factory.create(Argon2Types.ARGON2id)
                .hash(1, 64, 1, password.getBytes(StandardCharsets.UTF_8)));

    assertThat(hasher.verify(new Password(password), asItCame)).isTrue();
    assertThat(hasher.verify(new Password(password.replace("7", "8")), asItCame)).isFalse();
  }

  @Test
  void takesFromAKeyboardThatComposesWhatWasOnceHashedDecomposed() {
    PasswordHash decomposed =
        new PasswordHash(
            Argon2Factory.create(Argon2Types.ARGON2id)
                .hash(1, 64, 1, "Gru\u0308n#Horse7".getBytes(StandardCharsets.UTF_8)));

    assertThat(hasher.verify(new Password("Gr\u00fcn#Horse7"), decomposed)).isTrue();
  }

  @Test
  void countsEveryByteOfALongPassword() {
    String start = "x".repeat(72);

    assertThat(hasher.verify(new Password(start + "b"), hash(start + "a"))).isFalse();
    assertThat(hasher.verify(new Password(start), hash(start + "a"))).isFalse();
  }

  @Test
  void takesSixtyFourEmoji() {
    String emoji = "🦊".repeat(64);

    assertThat(hasher.verify(new Password(emoji), hash(emoji))).isTrue();
    assertThat(hasher.verify(new Password("🦊".repeat(63) + "🦉"), hash(emoji))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Passw0rd!",
        "$2b$12$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=0,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ",
        "$argon2id$v=19$m=64,t=1,p=1$A$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c2FsdA$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AA",
      })
  void doesNotTakeADamagedHashForAWrongPassword(String stored) {
    PasswordHash damaged = new PasswordHash(stored);

    assertThatIllegalStateException()
        .isThrownBy(() -> hasher.verify(new Password("Passw0rd!"), damaged))
        .withMessageNotContaining(stored)
        .withMessageNotContaining("Passw0rd!");
  }

  @Test
  void asksForANewHashWhenTheCostHasChanged() {
    PasswordHash cheap = hash("Passw0rd!");
    Argon2PasswordHasher dearer = new Argon2PasswordHasher(new Argon2Cost(128, 2, 1));

    assertThat(dearer.isOutdated(cheap)).isTrue();
    assertThat(dearer.verify(new Password("Passw0rd!"), cheap)).isTrue();
    assertThat(hasher.isOutdated(cheap)).isFalse();
    assertThat(hasher.isOutdated(dearer.hash(new Password("Passw0rd!")))).isTrue();
  }

  /** Of the processor, which other work on the machine has no part in. */
  @Test
  void spendsAsLongOnNobodyAsOnSomebody() {
    Argon2PasswordHasher dear = new Argon2PasswordHasher(new Argon2Cost(4096, 1, 1));
    PasswordHash known = dear.hash(new Password("Passw0rd!"));
    Password wrong = new Password("wr0ng");
    long[] somebody = new long[31];
    long[] nobody = new long[31];
    for (int i = 0; i < somebody.length; i++) {
      somebody[i] = processorNanosOf(() -> dear.verify(wrong, known));
      nobody[i] = processorNanosOf(() -> dear.verifyDummy(wrong, Optional.empty()));
    }

    assertThat((double) median(nobody) / median(somebody)).isBetween(0.5, 2.0);
  }

  @Test
  void refusesCostsThatArgon2CanNotWorkAt() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(7, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(8, 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(64, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(64, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Argon2Cost(19_922_944, 2, 1));
  }

  private PasswordHash hash(String password) {
    return hasher.hash(new Password(password));
  }

  private static long processorNanosOf(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - start;
  }

  private static long median(long[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }
}
