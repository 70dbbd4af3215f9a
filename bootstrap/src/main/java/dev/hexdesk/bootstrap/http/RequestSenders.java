package dev.hexdesk.bootstrap.http;

import dev.hexdesk.application.authentication.AuthenticateToken;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.rest.security.BearerAuthenticator;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Tells who sends a request before any resource sees it, for their share of the server alone: who
 * they are to the API is found out anew once the request is worked on.
 */
record RequestSenders(AuthenticateToken tokens) {
  /** The user whose token the request bears; empty where it bears none that is good. */
  Optional<Object> user(Request request) {
    return BearerAuthenticator.tokenIn(request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION))
        .flatMap(this::holder);
  }

  private Optional<Object> holder(String token) {
    return switch (tokens.authenticate(token)) {
      case AuthenticateToken.Result.Authenticated(Actor actor) -> Optional.of(actor.id());
      case AuthenticateToken.Result.Rejected() -> Optional.empty();
    };
  }
}
