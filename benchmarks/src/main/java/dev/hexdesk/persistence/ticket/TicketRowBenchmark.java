package dev.hexdesk.persistence.ticket;

import dev.hexdesk.domain.ticket.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to make a ticket of a row. The driver's share is left out, and a proxy's is in:
 * compare two mappers by it, and do not add it to anything.
 */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TicketRowBenchmark {
  private final ResultSet row = FixedRow.ofTicket();

  @Benchmark
  public Ticket ticket() throws SQLException {
    return TicketTable.ticket(row);
  }
}
