package dev.hexdesk.security;

import dev.hexdesk.application.authentication.AccessTokens;
import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;

/** What it takes to believe a token, and to make one. */
@NullMarked
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AccessTokenBenchmark {
  private static final TokenClaims CLAIMS = new TokenClaims(new UserId(7), 3, Optional.empty());
  private static final TokenClaims NARROWED =
      new TokenClaims(
          new UserId(7), 3, Optional.of(EnumSet.of(Scope.TICKETS_READ, Scope.TICKETS_WRITE)));

  private final AccessTokens tokens =
      new JwtAccessTokens(
          new TokenSettings(
              SigningSecret.of(SigningSecret.generate()),
              "hexdesk",
              "hexdesk",
              Duration.ofHours(12),
              TokenSettings.STANDARD_LEEWAY),
          Clock.systemUTC());
  private final String token = tokens.issue(CLAIMS).token();
  private final String narrowed = tokens.issue(NARROWED).token();

  /** The same token again, as a client sends it with each request. */
  @Benchmark
  public Optional<TokenClaims> verify() {
    return tokens.verify(token);
  }

  @Benchmark
  public Optional<TokenClaims> verifyWithScopes() {
    return tokens.verify(narrowed);
  }

  @Benchmark
  public AccessTokens.Issued issue() {
    return tokens.issue(CLAIMS);
  }
}
