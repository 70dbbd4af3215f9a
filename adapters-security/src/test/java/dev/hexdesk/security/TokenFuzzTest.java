package dev.hexdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A seed given as {@code -Dfuzz.seed=...} repeats a run. */
class TokenFuzzTest {
  private static final int ROUNDS = 10_000;
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u0000é";
  private static final String JSON = "{}[]\",:0123456789eE+-.\\ntruefalsn ";

  private final long seed = Long.getLong("fuzz.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final JwtAccessTokens tokens =
      new JwtAccessTokens(TokenForge.SETTINGS, InstantSource.fixed(TokenForge.NOW));
  private final String token =
      tokens
          .issue(new TokenClaims(new UserId(7), 3, Optional.of(Set.of(Scope.TICKETS_READ))))
          .token();
  private final String other =
      tokens.issue(new TokenClaims(new UserId(1), 3, Optional.empty())).token();

  private final List<UnaryOperator<String>> mutations =
      List.of(
          text -> replace(text, CHARACTERS),
          text -> insert(text, CHARACTERS),
          this::delete,
          this::swap,
          this::cut,
          this::repeat,
          this::splice,
          this::edit);

  @Test
  void acceptsNoMutatedToken() {
    System.out.println("TokenFuzzTest.acceptsNoMutatedToken: seed " + seed);
    for (int round = 0; round < ROUNDS; round++) {
      String mutant = mutated(token);
      if (!mutant.equals(token) && !mutant.equals(other)) {
        assertThat(tokens.verify(mutant)).as("seed %d: %s", seed, mutant).isEmpty();
      }
    }
  }

  @Test
  void answersEvenSignedNonsenseWithoutAnException() {
    System.out.println("TokenFuzzTest.answersEvenSignedNonsense: seed " + seed);
    for (int round = 0; round < ROUNDS; round++) {
      String header = random.nextInt(4) == 0 ? garbled(TokenForge.HEADER) : TokenForge.HEADER;
      String claims = garbled(TokenForge.claimsWith("scope", "\"tickets:read\""));
      assertThatCode(() -> tokens.verify(TokenForge.sign(header, claims)))
          .as("seed %d: %s %s", seed, header, claims)
          .doesNotThrowAnyException();
    }
  }

  private String mutated(String text) {
    String mutant = text;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      mutant = mutations.get(random.nextInt(mutations.size())).apply(mutant);
    }
    return mutant;
  }

  private String garbled(String json) {
    String text = json;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      text = random.nextBoolean() ? replace(text, JSON) : insert(delete(text), JSON);
    }
    return text;
  }

  private String replace(String text, String alphabet) {
    return insert(delete(text), alphabet);
  }

  private String insert(String text, String alphabet) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at)
        + alphabet.charAt(random.nextInt(alphabet.length()))
        + text.substring(at);
  }

  private String delete(String text) {
    return text.isEmpty() ? text : new StringBuilder(text).deleteCharAt(at(text)).toString();
  }

  private String swap(String text) {
    if (text.length() < 2) {
      return text;
    }
    int at = random.nextInt(text.length() - 1);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private String cut(String text) {
    return text.isEmpty() ? text : text.substring(0, at(text));
  }

  private String repeat(String text) {
    return text.isEmpty() ? text : text + text.substring(at(text));
  }

  /** Puts a segment of another good token in the place of one of this. */
  private String splice(String text) {
    String[] segments = text.split("\\.", -1);
    String[] others = other.split("\\.", -1);
    int segment = random.nextInt(2);
    if (segments.length > segment + 1) {
      segments[segment + 1] = others[segment + 1];
    }
    return String.join(".", segments);
  }

  /** Changes the claims themselves, under the old signature. */
  private String edit(String text) {
    String[] segments = token.split("\\.", -1);
    segments[1] = TokenForge.encode(garbled(TokenForge.decode(segments[1])));
    return random.nextInt(8) == 0 ? text : String.join(".", segments);
  }

  private int at(String text) {
    return random.nextInt(text.length());
  }
}
