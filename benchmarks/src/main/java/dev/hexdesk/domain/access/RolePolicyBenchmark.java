package dev.hexdesk.domain.access;

import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;

/** What it takes to find out whether somebody may do a thing. */
@NullMarked
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RolePolicyBenchmark {
  private final RolePolicy policy = TestRules.rolePolicy();
  private final Actor support = actor(Set.of(Role.SUPPORT), Optional.empty());
  private final Actor severalRoles =
      actor(
          Set.of(Role.SUPPORT, Role.ADMIN),
          Optional.of(Set.of(Scope.TICKETS_READ, Scope.TICKETS_WRITE)));

  private static Actor actor(Set<Role> roles, Optional<Set<Scope>> scopes) {
    return new Actor(new UserId(7), roles, false, scopes);
  }

  @Benchmark
  public Decision decide() {
    return policy.decide(support, Permission.TICKET_READ);
  }

  @Benchmark
  public Decision decideWithScopes() {
    return policy.decide(severalRoles, Permission.TICKET_READ);
  }

  @Benchmark
  public Decision refuse() {
    return policy.decide(support, Permission.USER_CREATE);
  }

  /** As {@code GET /me} shows it. */
  @Benchmark
  public Set<Permission> permissions() {
    return policy.permissionsOf(severalRoles);
  }
}
