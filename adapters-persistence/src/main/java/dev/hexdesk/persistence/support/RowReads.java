package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Reads rows. For the one that an id names a connection is used directly, as these are the hottest
 * reads, and JDBI's handles and statements would take a good part of their time.
 */
public final class RowReads {
  private final JdbiUnitOfWork unitOfWork;

  RowReads(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /**
   * Reads the row of a statement, if there is one.
   *
   * @param values of its parameters, in their order
   */
  public <T> Optional<T> find(
      @CompileTimeConstant final String sql, RowExtractor<T> reader, Object... values) {
    return unitOfWork.with(
        handle -> handle.select(sql, values).map((row, context) -> reader.read(row)).findOne());
  }

  /**
   * Reads the rows of a statement.
   *
   * @param values of its parameters, in their order
   */
  public <T> List<T> list(
      @CompileTimeConstant final String sql, RowExtractor<T> reader, Object... values) {
    return unitOfWork.with(
        handle -> handle.select(sql, values).map((row, context) -> reader.read(row)).list());
  }

  /** Reads the row. */
  public <T> Optional<T> findById(
      @CompileTimeConstant final String sql, long id, RowExtractor<T> reader) {
    return unitOfWork.isRunning() || unitOfWork.connections().isEmpty()
        ? unitOfWork.with(handle -> read(handle.getConnection(), sql, id, reader))
        : readAlone(unitOfWork.connections().get(), sql, id, reader);
  }

  private static <T> Optional<T> readAlone(
      DataSource connections, String sql, long id, RowExtractor<T> reader) {
    try (Connection connection = connections.getConnection()) {
      return read(connection, sql, id, reader);
    } catch (SQLException failure) {
      throw SqlErrors.translated(new ConnectionException(failure));
    } catch (JdbiException failure) {
      throw SqlErrors.translated(failure);
    }
  }

  private static <T> Optional<T> read(
      Connection connection, String sql, long id, RowExtractor<T> reader) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new UnableToExecuteStatementException(failure, null);
    }
  }

  /**
   * Reads the row, unless it is in the cache; within a unit of work always, as that sees what
   * others don't.
   */
  public <T> Optional<T> findById(
      @CompileTimeConstant final String sql, long id, RowExtractor<T> reader, RowCache<T> cache) {
    if (unitOfWork.isRunning()) {
      return findById(sql, id, reader);
    }
    Optional<T> known = cache.recall(id);
    return known.isPresent()
        ? known
        : cache.remember(id, () -> findById(sql, id, reader), Function.identity());
  }

  /**
   * Reads the row and locks it until the present unit of work ends.
   *
   * @param sql locks what it selects
   */
  public <T> Optional<T> findForUpdate(
      @CompileTimeConstant final String sql, long id, RowExtractor<T> reader) {
    unitOfWork.requireRunning();
    return findById(sql, id, reader);
  }
}
