package dev.hexdesk.demo;

import dev.hexdesk.persistence.support.BulkLoad;
import dev.hexdesk.persistence.support.Progress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes tickets searchable that were copied while the triggers that do it were disabled. */
final class SearchFill {
  private static final int AT_ONCE = 10_000;
  private static final String THERE =
      "SELECT to_regprocedure('hexdesk_fill_ticket_search(bigint, bigint)') IS NOT NULL";
  private static final String FILL = "SELECT hexdesk_fill_ticket_search(?, ?)";

  private final Connection connection;
  private final Progress progress;

  SearchFill(Connection connection, Progress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  void fill(long firstTicket, int count) throws SQLException {
    if (!isThere()) {
      return;
    }
    BulkLoad bulk = BulkLoad.withKeys(connection, List.of("ticket_search"));
    progress.begin("search", count);
    try (PreparedStatement statement = connection.prepareStatement(FILL)) {
      for (int done = 0; done < count; done += AT_ONCE) {
        int size = Math.min(AT_ONCE, count - done);
        statement.setLong(1, firstTicket + done);
        statement.setLong(2, firstTicket + done + size - 1);
        statement.execute();
        progress.done(size);
      }
    }
    progress.begin("its index", bulk.steps());
    bulk.restore(() -> progress.done(1));
  }

  private boolean isThere() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(THERE)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
