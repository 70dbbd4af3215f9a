package dev.hexdesk.persistence.support;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Binds the parameters of a statement. */
@FunctionalInterface
public interface Binder {
  void bind(PreparedStatement statement) throws SQLException;
}
