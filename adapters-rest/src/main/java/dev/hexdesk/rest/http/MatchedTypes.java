package dev.hexdesk.rest.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/** The media types of what is at an address. */
public final class MatchedTypes {
  private MatchedTypes() {}

  /**
   * The types by one method, as headers list them; empty where there is none.
   *
   * @param types those that it takes, or those that it answers in
   */
  public static String of(
      @Nullable UriInfo uri, String method, Function<ResourceMethod, List<MediaType>> types) {
    if (!(uri instanceof ExtendedUriInfo matched)) {
      return "";
    }
    return matched.getMatchedRuntimeResources().stream()
        .limit(1)
        .flatMap(resource -> resource.getResourceMethods().stream())
        .filter(it -> it.getHttpMethod().equals(method))
        .map(types)
        .flatMap(List::stream)
        // Without what JAX-RS alone reads, such as a server's preference (qs).
        .map(type -> type.getType() + "/" + type.getSubtype())
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
