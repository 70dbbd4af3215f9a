package dev.hexdesk.rest.idempotency;

import dev.hexdesk.application.idempotency.AnswerOnce;
import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.StoredAnswer;
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
 */
final class OnceHandlers implements ResourceMethodInvocationHandlerProvider {
  private final AnswerOnce once;
  private final InjectionManager present;

  /**
   * @param present knows the request of the present thread
   */
  OnceHandlers(AnswerOnce once, InjectionManager present) {
    this.once = once;
    this.present = present;
  }

  @Override
  public @Nullable InvocationHandler create(Invocable invocable) {
    return invocable.getHandlingMethod().isAnnotationPresent(Idempotent.class)
        ? this::invoke
        : null;
  }

  private @Nullable Object invoke(Object resource, Method method, Object[] arguments)
      throws IllegalAccessException, InvocationTargetException {
    ContainerRequestContext request = present.getInstance(ContainerRequestContext.class);
    return request.getProperty(KeyFilter.KEY) == null
        ? method.invoke(resource, arguments)
        : answerOnce(request, new MethodCall(resource, method, arguments));
  }

  private Response answerOnce(ContainerRequestContext request, MethodCall call)
      throws InvocationTargetException {
    AnswerWriter writer = new AnswerWriter(present.getInstance(Providers.class));
    try {
      return response(once.answer(command(request), () -> writer.stored(call.run())));
    } catch (Unkept answered) {
      return answered.response();
    } catch (RuntimeException | Error thrown) {
      throw new InvocationTargetException(thrown);
    }
  }

  private static AnswerOnce.Command command(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    String target =
        uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    return new AnswerOnce.Command(
        ((Caller) request.getSecurityContext().getUserPrincipal()).actor(),
        request.getMethod() + " " + target,
        (String) request.getProperty(KeyFilter.KEY),
        Bytes.of((byte[]) request.getProperty(KeyFilter.BODY_HASH)));
  }

  private static Response response(AnswerOnce.Result result) {
    return switch (result) {
      case AnswerOnce.Result.Answered(StoredAnswer answer) -> AnswerWriter.response(answer).build();
      case AnswerOnce.Result.Replayed(StoredAnswer answer) ->
          AnswerWriter.response(answer).header(IdempotencyKey.REPLAYED, "true").build();
      case AnswerOnce.Result.Denied(var denial) -> throw ProblemException.denied(denial);
      case AnswerOnce.Result.KeyReused() ->
          throw ProblemException.of(
              ProblemType.IDEMPOTENCY_KEY_REUSED,
              "With this " + IdempotencyKey.HEADER + " another body was sent before.");
      case AnswerOnce.Result.StillRunning() ->
          throw ProblemException.of(
              ProblemType.IDEMPOTENCY_KEY_IN_USE,
              "The request that was sent first with this key is not answered yet.",
              Map.of("Retry-After", "1"));
    };
  }
}
