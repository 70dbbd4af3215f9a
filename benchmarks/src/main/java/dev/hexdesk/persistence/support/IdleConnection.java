package dev.hexdesk.persistence.support;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A connection to nothing: each call is answered at once, with as little as will do. */
@NullMarked
final class IdleConnection {
  private static final Array ARRAY = proxy(Array.class);
  private static final PGConnection DRIVER = proxy(PGConnection.class);
  private static final PreparedStatement STATEMENT = proxy(PreparedStatement.class);
  private static final Connection CONNECTION = proxy(Connection.class);

  private IdleConnection() {}

  static Connection open() {
    return CONNECTION;
  }

  private static <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            IdleConnection.class.getClassLoader(), new Class<?>[] {type}, IdleConnection::answer));
  }

  private static @Nullable Object answer(
      Object self, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "prepareStatement" -> STATEMENT;
      case "getConnection" -> CONNECTION;
      case "createArrayOf" -> ARRAY;
      case "unwrap" -> DRIVER;
      case "getAutoCommit" -> true;
      default -> nothing(method.getReturnType());
    };
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
