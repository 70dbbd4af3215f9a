package dev.hexdesk.persistence.idempotency;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.idempotency.IdempotencyRepository.Outcome;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;

/** A row of the table of what was done under a key. */
record IdempotencyRow(Bytes fingerprint, Outcome outcome) {
  static final String COLUMNS =
      "fingerprint, permissions, status, headers, body, employees, tickets";

  static IdempotencyRow of(ResultSet row) throws SQLException {
    return new IdempotencyRow(
        Bytes.of(row.getBytes("fingerprint")),
        new Outcome(
            permissions(row),
            new StoredResult(
                row.getInt("status"),
                headers(row),
                Bytes.of(row.getBytes("body")),
                new DataSubjects(
                    ids(row, "employees", EmployeeId::new), ids(row, "tickets", TicketId::new)))));
  }

  static Argument permissions(Set<Permission> permissions) {
    return SqlValues.array("text", permissions.stream().sorted().map(Permission::code).toList());
  }

  /** One that the program does not know any more forbids nothing. */
  private static Set<Permission> permissions(ResultSet row) throws SQLException {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (String code : texts(row, "permissions")) {
      Coded.find(Permission.class, code).ifPresent(permissions::add);
    }
    return permissions;
  }

  /** Each name with its value behind it. */
  static Argument headers(Map<String, String> headers) {
    List<String> flat = new ArrayList<>();
    new TreeMap<>(headers).forEach((name, value) -> flat.addAll(List.of(name, value)));
    return SqlValues.array("text", flat);
  }

  private static Map<String, String> headers(ResultSet row) throws SQLException {
    Map<String, String> headers = new TreeMap<>();
    List<String> flat = texts(row, "headers");
    for (int name = 0; name < flat.size(); name += 2) {
      headers.put(flat.get(name), flat.get(name + 1));
    }
    return headers;
  }

  static Argument employees(DataSubjects subjects) {
    return SqlValues.array("bigint", subjects.employees().stream().map(EmployeeId::value).toList());
  }

  static Argument tickets(DataSubjects subjects) {
    return SqlValues.array("bigint", subjects.tickets().stream().map(TicketId::value).toList());
  }

  /** None where a version of the program wrote the row that did not tell. */
  private static <T> Set<T> ids(ResultSet row, String column, LongFunction<T> id)
      throws SQLException {
    Array ids = row.getArray(column);
    return ids == null
        ? Set.of()
        : Arrays.stream((Long[]) ids.getArray()).map(id::apply).collect(Collectors.toSet());
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
