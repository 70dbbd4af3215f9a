package dev.hexdesk.persistence.handover;

import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Tickets that go from one user to another. */
record Handover(UserId from, UserId to, UserId actor, String actorName, Instant at) {
  static final String COLUMNS = "from_id, to_id, actor_id, actor_name, at";

  static Handover read(ResultSet row) throws SQLException {
    return new Handover(
        new UserId(row.getLong("from_id")),
        new UserId(row.getLong("to_id")),
        new UserId(row.getLong("actor_id")),
        row.getString("actor_name"),
        SqlValues.instant(row, "at"));
  }
}
