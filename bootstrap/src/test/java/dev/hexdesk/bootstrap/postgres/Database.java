package dev.hexdesk.bootstrap.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a test asks of the server, as the role that the application gets. */
record Database(String url, String password) {

  static Database of(EmbeddedPostgres postgres) {
    return new Database(postgres.jdbcUrl(), postgres.password());
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** A row that has to be there for ever after. */
  void keep(String note) throws SQLException {
    execute(
        "CREATE TABLE IF NOT EXISTS kept (note text); INSERT INTO kept VALUES ('" + note + "')");
  }

  List<String> kept() throws SQLException {
    return query("SELECT note FROM kept ORDER BY note");
  }

  boolean answers() {
    return answersTo("SELECT 1");
  }

  boolean answersTo(String sql) {
    try {
      return !query(sql).isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }

  boolean isBusyWith(String sql) {
    return answersTo(
        "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query = '" + sql + "'");
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, "hexdesk", password);
  }
}
