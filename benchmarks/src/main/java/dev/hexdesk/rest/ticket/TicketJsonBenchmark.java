package dev.hexdesk.rest.ticket;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.json.ApiJson;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import io.dropwizard.jackson.Jackson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to turn tickets into JSON, and JSON into what shall happen to tickets. */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TicketJsonBenchmark {
  private static final int PAGE = 50;
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

  // As the application sets it up.
  private final ObjectMapper mapper = ApiJson.configure(Jackson.newObjectMapper());
  private final ObjectWriter writer = mapper.writer();
  private final ObjectReader patches = mapper.readerFor(TicketPatch.class);
  private final ObjectReader requests = mapper.readerFor(TicketRequest.class);

  private final TicketRules rules = TestRules.ticketRules();
  private final Ticket ticket = ticket(123_456);
  private final List<Ticket> tickets =
      LongStream.rangeClosed(1, PAGE).mapToObj(TicketJsonBenchmark::ticket).toList();
  private final byte[] patch = bytes("{\"status\": \"pending\"}");
  private final byte[] request =
      bytes(
          """
          {"employee_id": 12, "title": "The printer is on fire", "priority": "high",
           "description": "Second floor, by the window. Flames are blue.", "tags": ["printer"]}
          """);

  private static Ticket ticket(long id) {
    return Fixtures.aTicket()
        .withId(id)
        .titled("The printer on the second floor is on fire")
        .describedAs("By the window. ".repeat(20))
        .withStatus(TicketStatus.OPEN)
        .withPriority(Priority.HIGH)
        .assignedTo(new UserId(8))
        .tagged("floor-2", "printer")
        .dueAt(NOW.plusSeconds(3600))
        .withVersion(3)
        .build();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public byte[] writeTicket() throws IOException {
    return writer.writeValueAsBytes(TicketResponse.of(ticket));
  }

  @Benchmark
  public byte[] writePageOf50() throws IOException {
    List<TicketResponse> items = tickets.stream().map(TicketResponse::of).toList();
    return writer.writeValueAsBytes(new TicketPage(items, "bm8gY3Vyc29y", null));
  }

  @Benchmark
  public TicketChanges readPatch() throws IOException {
    return patches.<TicketPatch>readValue(patch).changes(rules, ReadOnlyMembers.NONE);
  }

  @Benchmark
  public TicketDetails readRequest() throws IOException {
    return requests.<TicketRequest>readValue(request).details(rules);
  }
}
