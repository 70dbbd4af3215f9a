package dev.hexdesk.rest.idempotency;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Notes a request's key, and what the body that comes with it was: its bytes, whatever they mean.
 */
@Priority(Priorities.USER + 1)
final class IdempotencyKeyFilter implements ContainerRequestFilter, ReaderInterceptor {
  static final String KEY = "dev.hexdesk.idempotency-key";
  static final String BODY_HASH = "dev.hexdesk.idempotency-body";

  @Override
  public void filter(ContainerRequestContext request) {
    IdempotencyKey.read(request.getHeaders().get(IdempotencyKey.HEADER))
        .ifPresent(
            key -> {
              request.setProperty(KEY, key);
              request.setProperty(BODY_HASH, hash(new byte[0]));
            });
  }

  /** After the filter of all bodies, which holds each as a whole, and not too large a one. */
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    if (context.getProperty(KEY) != null) {
      byte[] whole = context.getInputStream().readAllBytes();
      context.setProperty(BODY_HASH, hash(whole));
      context.setInputStream(new ByteArrayInputStream(whole));
    }
    return context.proceed();
  }

  private static byte[] hash(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
