package dev.hexdesk.persistence.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;

/** Brings values to columns and back where JDBC alone would lose something or need a plugin. */
public final class SqlValues {
  // RFC 3339 writes no year beyond these, and PostgreSQL stores few more.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private SqlValues() {}

  public static Argument text(String value) {
    return (position, statement, context) -> statement.setString(position, value);
  }

  public static Argument number(long value) {
    return (position, statement, context) -> statement.setLong(position, value);
  }

  /** A text that may be missing. */
  static Argument maybeText(Optional<String> value) {
    return value
        .map(SqlValues::text)
        .orElse((position, statement, context) -> statement.setNull(position, Types.VARCHAR));
  }

  /** A number that may be missing. */
  static Argument maybeNumber(Optional<Long> value) {
    return value
        .map(SqlValues::number)
        .orElse((position, statement, context) -> statement.setNull(position, Types.BIGINT));
  }

  /** A text or a number. */
  static Argument object(Object value) {
    return (position, statement, context) -> statement.setObject(position, value);
  }

  /**
   * @param type the elements' type in PostgreSQL
   */
  public static Argument array(String type, Collection<?> elements) {
    return (position, statement, context) ->
        statement.setArray(
            position, statement.getConnection().createArrayOf(type, elements.toArray()));
  }

  /** The moment cut to the microseconds that a column holds; PostgreSQL would round it instead. */
  public static Argument instant(Instant value) {
    OffsetDateTime stored = stored(value);
    return (position, statement, context) -> statement.setObject(position, stored);
  }

  /** The moment as JDBC takes it, cut to microseconds and to the years that a column holds. */
  public static OffsetDateTime stored(Instant value) {
    return clamped(value).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** The first moment that a column holds and that is not before the value. */
  public static Argument instantRoundedUp(Instant value) {
    return instant(clamped(value).plusNanos(999));
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A moment that may be missing. */
  public static Argument maybeInstant(Optional<Instant> value) {
    return value
        .map(SqlValues::instant)
        .orElse(
            (position, statement, context) ->
                statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE));
  }

  public static Optional<Instant> maybeInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  public static Optional<Instant> maybeInstant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** PostgreSQL's moment that is later than all others. */
  static Argument infinity() {
    return (position, statement, context) -> statement.setObject(position, OffsetDateTime.MAX);
  }

  public static List<String> texts(ResultSet row, String column) throws SQLException {
    return texts(row, row.findColumn(column));
  }

  public static List<String> texts(ResultSet row, int column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Instant clamped(Instant value) {
    return value.isBefore(EARLIEST) ? EARLIEST : value.isAfter(LATEST) ? LATEST : value;
  }
}
