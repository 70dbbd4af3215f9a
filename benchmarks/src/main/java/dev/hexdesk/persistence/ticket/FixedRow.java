package dev.hexdesk.persistence.ticket;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One row that says the same whenever it is asked, by column names or numbers. */
@NullMarked
final class FixedRow implements InvocationHandler {
  private final List<String> names;
  private final Map<Object, Object> values = new HashMap<>();
  private boolean wasNull;

  private FixedRow(String columns, Map<String, Object> row) {
    names = List.of(columns.split(",\\s*"));
    for (String name : names) {
      Object value = row.get(name);
      if (value != null) {
        values.put(name, value);
        values.put(names.indexOf(name) + 1, value);
      }
    }
  }

  static ResultSet ofTicket() {
    OffsetDateTime time = OffsetDateTime.parse("2026-11-23T10:15:30.123Z");
    Map<String, Object> row = new HashMap<>();
    row.put("id", 123_456L);
    row.put("title", "The printer on the second floor is on fire");
    row.put("description", "By the window. ".repeat(20));
    row.put("status", "open");
    row.put("priority", "high");
    row.put("employee_id", 12L);
    row.put("owner_id", 7L);
    row.put("assignee_id", 8L);
    row.put("tags", proxy(Array.class, FixedRow::array));
    row.put("due_at", time.plusDays(1));
    row.put("first_responded_at", time);
    row.put("version", 3L);
    row.put("created_at", time);
    row.put("updated_at", time);
    return proxy(ResultSet.class, new FixedRow(TicketTable.COLUMNS, row));
  }

  private static Object array(Object self, Method method, Object @Nullable [] arguments) {
    return new String[] {"floor-2", "printer"};
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
    if (arguments == null) {
      if (method.getName().equals("wasNull")) {
        return wasNull;
      }
      throw new UnsupportedOperationException(method.getName());
    }
    Object value = values.get(arguments[0]);
    wasNull = value == null;
    if (wasNull && method.getReturnType().equals(long.class)) {
      return 0L;
    }
    return value;
  }
}
