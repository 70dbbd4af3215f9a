package dev.hexdesk.bootstrap.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a server when the first test needs it, for all tests, and stops it after the last. */
public final class Desks implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return kind(parameter) == Desk.class || kind(parameter) == FragileDesk.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Desks.class))
        .getOrComputeIfAbsent(kind(parameter), Desks::start);
  }

  private static Class<?> kind(ParameterContext parameter) {
    return parameter.getParameter().getType();
  }

  private static AutoCloseable start(Class<?> kind) {
    try {
      return kind == Desk.class ? Desk.start(Installation.create().quietly()) : FragileDesk.start();
    } catch (Exception e) {
      throw new IllegalStateException("The server does not start", e);
    }
  }
}
