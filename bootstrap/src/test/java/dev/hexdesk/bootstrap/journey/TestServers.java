package dev.hexdesk.bootstrap.journey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends each test class a server that no other class has meanwhile. One that comes back goes to the
 * next class, and a new one is started only where all are lent out; they stop after the last test.
 */
public final class TestServers implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(TestServers.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return kind(parameter) == TestServer.class || kind(parameter) == OwnDatabaseServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> kind = kind(parameter);
    Pool pool =
        context
            .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .getOrComputeIfAbsent(Pool.class, key -> new Pool(), Pool.class);
    return ofClass(context)
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(kind, key -> new Loan(pool, kind, pool.take(kind)), Loan.class)
        .desk();
  }

  private static Class<?> kind(ParameterContext parameter) {
    return parameter.getParameter().getType();
  }

  /** Of the outermost class, whose store closes when its last test has ended. */
  private static ExtensionContext ofClass(ExtensionContext context) {
    ExtensionContext found = context;
    while (!found.getParent().equals(Optional.of(context.getRoot()))) {
      found = found.getParent().get();
    }
    return found;
  }

  /** A server that a class has. */
  private record Loan(Pool pool, Class<?> kind, AutoCloseable desk) implements AutoCloseable {
    @Override
    public void close() {
      pool.giveBack(kind, desk);
    }
  }

  /** All servers that were started. */
  private static final class Pool implements AutoCloseable {
    private final Map<Class<?>, Deque<AutoCloseable>> idle = new HashMap<>();
    private final List<AutoCloseable> all = new ArrayList<>();

    synchronized AutoCloseable take(Class<?> kind) {
      AutoCloseable desk = idle(kind).poll();
      if (desk == null) {
        desk = start(kind);
        all.add(desk);
      }
      return desk;
    }

    synchronized void giveBack(Class<?> kind, AutoCloseable desk) {
      idle(kind).push(desk);
    }

    private Deque<AutoCloseable> idle(Class<?> kind) {
      return idle.computeIfAbsent(kind, key -> new ArrayDeque<>());
    }

    private static AutoCloseable start(Class<?> kind) {
      try {
        return kind == TestServer.class
            ? TestServer.start(Installation.prepared())
            : OwnDatabaseServer.start();
      } catch (Exception e) {
        throw new IllegalStateException("The server does not start", e);
      }
    }

    @Override
    public synchronized void close() throws Exception {
      for (AutoCloseable desk : all) {
        desk.close();
      }
    }
  }
}
