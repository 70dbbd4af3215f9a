package dev.hexdesk.rest.idempotency;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.IdempotentExecution;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.security.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Puts the one transaction around the methods that are {@link Idempotent}: JAX-RS itself has
 * filters before and after a method, but nothing around it.
 *
 * @param present knows the request of the present thread
 */
record IdempotencyInterceptor(IdempotentExecution once, InjectionManager present)
    implements ResourceMethodInvocationHandlerProvider {

  @Override
  public @Nullable InvocationHandler create(Invocable invocable) {
    return invocable.getHandlingMethod().isAnnotationPresent(Idempotent.class)
        ? this::invoke
        : null;
  }

  private @Nullable Object invoke(Object resource, Method method, Object[] arguments)
      throws IllegalAccessException, InvocationTargetException {
    ContainerRequestContext request = present.getInstance(ContainerRequestContext.class);
    return request.getProperty(IdempotencyKeyFilter.KEY) == null
        ? method.invoke(resource, arguments)
        : answerOnce(request, new ResourceInvocation(resource, method, arguments));
  }

  private Response answerOnce(ContainerRequestContext request, ResourceInvocation call)
      throws InvocationTargetException {
    StoredResultWriter writer = new StoredResultWriter(present.getInstance(Providers.class));
    try {
      return response(once.answer(command(request), () -> writer.stored(call.run())));
    } catch (RollbackWithResponse answered) {
      return answered.response();
    } catch (RuntimeException | Error thrown) {
      throw new InvocationTargetException(thrown);
    }
  }

  private static IdempotentExecution.Command command(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    String target =
        uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    return new IdempotentExecution.Command(
        ((Caller) request.getSecurityContext().getUserPrincipal()).actor(),
        request.getMethod() + " " + target,
        (String) request.getProperty(IdempotencyKeyFilter.KEY),
        Bytes.of((byte[]) request.getProperty(IdempotencyKeyFilter.BODY_HASH)));
  }

  private static Response response(IdempotentExecution.Result result) {
    return switch (result) {
      case IdempotentExecution.Result.Answered(StoredResult answer) ->
          StoredResultWriter.response(answer).build();
      case IdempotentExecution.Result.Replayed(StoredResult answer) ->
          StoredResultWriter.response(answer).header(IdempotencyKey.REPLAYED, "true").build();
      case IdempotentExecution.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case IdempotentExecution.Result.KeyReused() ->
          throw ProblemException.of(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "With this " + IdempotencyKey.HEADER + " another body was sent before.");
      case IdempotentExecution.Result.StillRunning() ->
          throw ProblemException.of(
              ProblemType.IDEMPOTENCY_KEY_IN_USE,
              "The request that was sent first with this key is not answered yet.",
              Map.of("Retry-After", "1"));
    };
  }
}
