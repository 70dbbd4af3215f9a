package dev.hexdesk.rest.idempotency;

import dev.hexdesk.application.idempotency.IdempotentExecution;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.InjectionManagerProvider;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;

/** Sees to it that resource methods that are {@link Idempotent} are. */
public final class IdempotencyFeature implements Feature {
  private final IdempotentExecution once;

  public IdempotencyFeature(IdempotentExecution once) {
    this.once = once;
  }

  @Override
  public boolean configure(FeatureContext context) {
    InjectionManager request = InjectionManagerProvider.getInjectionManager(context);
    context.register(new KeyFilters());
    context.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(new IdempotencyInterceptor(once, request))
                .to(ResourceMethodInvocationHandlerProvider.class);
          }
        });
    return true;
  }

  /** Reads keys where they mean something. */
  private static final class KeyFilters implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
      if (resource.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
        context.register(new IdempotencyKeyFilter());
      }
    }
  }
}
