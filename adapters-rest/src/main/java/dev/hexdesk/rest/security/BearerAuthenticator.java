package dev.hexdesk.rest.security;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import io.dropwizard.auth.AuthFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the caller known from the bearer token in the header, and from nowhere else (RFC 6750,
 * section 2.1).
 */
@Priority(Priorities.AUTHENTICATION)
public final class BearerAuthenticator extends AuthFilter<String, Caller> {
  private static final String SCHEME = "bearer ";

  private final AuthenticateToken tokens;

  public BearerAuthenticator(AuthenticateToken tokens) {
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> sent = request.getHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of());
    if (sent.size() > 1) {
      throw ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "There must be one Authorization header only.");
    }
    String token = tokenIn(sent).orElseThrow(() -> ProblemException.unauthenticated(isSaid(sent)));
    ActorLookup present = () -> holderOf(token);
    Actor actor = present.find().orElseThrow(ProblemException::invalidToken);
    request.setSecurityContext(new Known(new Caller(actor, present), request.getSecurityContext()));
  }

  private static boolean isSaid(List<String> sent) {
    return sent.stream().anyMatch(value -> !value.isBlank());
  }

  private Optional<Actor> holderOf(String token) {
    return switch (tokens.authenticate(token)) {
      case AuthenticateToken.Result.Authenticated(Actor actor) -> Optional.of(actor);
      case AuthenticateToken.Result.Rejected() -> Optional.empty();
    };
  }

  /**
   * The token that a request bears.
   *
   * @param sent the values of all headers {@code Authorization}
   */
  public static Optional<String> tokenIn(List<String> sent) {
    return sent.size() == 1 && sent.getFirst().toLowerCase(Locale.ROOT).startsWith(SCHEME)
        ? Optional.of(sent.getFirst().substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  /** What JAX-RS is told of the caller. Roles are the role policy's matter, so it is told none. */
  private record Known(Caller caller, SecurityContext before) implements SecurityContext {
    @Override
    public Caller getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return before.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
