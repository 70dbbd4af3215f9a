package dev.hexdesk.rest.security;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.rest.problem.ProblemException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.ArrayList;
import java.util.List;

/** Turns callers away from methods whose {@link Requires} they don't meet. */
public final class PermissionFilter implements DynamicFeature {
  private final RolePolicy policy;

  public PermissionFilter(RolePolicy policy) {
    this.policy = policy;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Requires requires = resource.getResourceMethod().getAnnotation(Requires.class);
    if (requires != null) {
      context.register(new PermissionCheck(requires), Priorities.AUTHORIZATION);
    }
  }

  private final class PermissionCheck implements ContainerRequestFilter {
    private final Permission[] wanted;
    private final boolean any;

    PermissionCheck(Requires requires) {
      this.wanted = requires.value();
      this.any = requires.any();
    }

    @Override
    public void filter(ContainerRequestContext request) {
      Actor actor = ((Caller) request.getSecurityContext().getUserPrincipal()).actor();
      if (actor.disabled()) {
        throw ProblemException.denied(new UserDisabled());
      }
      List<Denial> denials = new ArrayList<>(0);
      for (Permission permission : wanted) {
        if (policy.decide(actor, permission) instanceof Denial denial) {
          denials.add(denial);
        }
      }
      boolean closed = any ? denials.size() == wanted.length : !denials.isEmpty();
      if (closed) {
        throw ProblemException.denied(denialToReport(denials, any));
      }
    }

    /**
     * Where one permission is enough, the scope is to blame as soon as a role grants one; where all
     * are needed, it is to blame only when the roles grant them all.
     */
    private static Denial denialToReport(List<Denial> denials, boolean any) {
      return denials.stream()
          .filter(denial -> denial instanceof MissingScope == any)
          .findFirst()
          .orElse(denials.getFirst());
    }
  }
}
