package dev.hexdesk.rest.openapi;

import dev.hexdesk.application.transfer.EmployeeRowParser;
import dev.hexdesk.application.transfer.FileColumns;
import dev.hexdesk.application.transfer.TicketRowParser;
import io.swagger.v3.oas.models.Operation;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the columns of files where a description leaves room for them. */
final class ColumnLists {
  private static final Map<String, FileColumns<?>> COLUMNS =
      Map.of(
          "{columns of employees}", EmployeeRowParser.COLUMNS,
          "{columns of tickets}", TicketRowParser.COLUMNS);

  private ColumnLists() {}

  static void applyTo(Operation operation) {
    String description = operation.getDescription();
    if (description != null) {
      for (Map.Entry<String, FileColumns<?>> each : COLUMNS.entrySet()) {
        description = description.replace(each.getKey(), list(each.getValue()));
      }
      operation.setDescription(description);
    }
  }

  private static String list(FileColumns<?> columns) {
    return columns.imported().stream()
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }
}
