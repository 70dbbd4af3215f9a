package dev.hexdesk.rest.limits;

import dev.hexdesk.rest.paging.PageParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells what a request costs: by its method, and by what it asks of a list. */
final class RequestPricing {
  /** A search for more words looks into so many lists of rows that it is one of the costly. */
  private static final int FEW_WORDS = 4;

  private RequestPricing() {}

  static RequestCost method(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    RequestCosts said = method.getAnnotation(RequestCosts.class);
    if (said == null) {
      said = resource.getResourceClass().getAnnotation(RequestCosts.class);
    }
    if (said != null) {
      return said.value();
    }
    if (!method.isAnnotationPresent(GET.class)) {
      return RequestCost.WRITE;
    }
    return Arrays.stream(method.getParameterTypes())
            .anyMatch(PageParameters.class::isAssignableFrom)
        ? RequestCost.LIST
        : RequestCost.READ;
  }

  /** What one request costs: of a list, what is counted or searched for matters. */
  static RequestCost request(RequestCost usual, UriInfo uri) {
    if (usual != RequestCost.LIST || uri.getRequestUri().getRawQuery() == null) {
      return usual;
    }
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    boolean isCostly =
        "true".equals(query.getFirst("include_total")) || hasManyWords(query.getFirst("q"));
    return isCostly ? RequestCost.COSTLY : usual;
  }

  private static boolean hasManyWords(@Nullable String search) {
    return search != null && search.strip().split("\\s+", FEW_WORDS + 2).length > FEW_WORDS;
  }
}
