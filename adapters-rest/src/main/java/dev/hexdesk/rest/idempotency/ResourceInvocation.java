package dev.hexdesk.rest.idempotency;

import jakarta.ws.rs.core.Response;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** The invocation of a resource method. */
final class ResourceInvocation {
  private final Object resource;
  private final Method method;
  private final Object[] arguments;

  ResourceInvocation(Object resource, Method method, Object[] arguments) {
    this.resource = resource;
    this.method = method;
    this.arguments = arguments;
  }

  /** Its answer. What it throws is thrown as it is, for transactions look at what ends them. */
  Response run() {
    try {
      return (Response) method.invoke(resource, arguments);
    } catch (InvocationTargetException thrown) {
      switch (thrown.getCause()) {
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(thrown);
      }
    } catch (IllegalAccessException jerseyHadLooked) {
      throw new IllegalStateException(jerseyHadLooked);
    }
  }
}
