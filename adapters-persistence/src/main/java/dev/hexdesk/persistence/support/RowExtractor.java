package dev.hexdesk.persistence.support;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row at which a result stands. */
@FunctionalInterface
public interface RowExtractor<T> {
  T read(ResultSet row) throws SQLException;
}
