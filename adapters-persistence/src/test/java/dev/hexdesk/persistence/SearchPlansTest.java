package dev.hexdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.CommentAccess;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How PostgreSQL goes about searches among two hundred thousand tickets. */
class SearchPlansTest {
  private static final int LIMIT = 50;

  /** Of two hundred thousand. */
  private static final long MOST_ROWS = 4_500;

  /** Of rows that lie one behind the other, and need no look into another table. */
  private static final long MOST_IN_ORDER = 25_000;

  private static final Pattern ROWS =
      Pattern.compile(
          "(actual rows=([\\d.]+) loops=(\\d+))|(Rows Removed by (?:Filter|Index Recheck):"
              + " (\\d+))");

  @RegisterExtension
  static final RecordedDatabase DATABASE = new RecordedDatabase("searched-tickets.sql");

  @ParameterizedTest
  @CsvSource({
    "rare77",
    "rare7",
    "often",
    "often title3",
    "sometimes",
    "rare77 often",
    "often -rare77",
    "\"often seen\"",
    "usual",
    "rare77 or rare78"
  })
  void noSearchReadsAllTickets(String text) {
    for (CommentAccess comments : List.of(CommentAccess.ALL, CommentAccess.PUBLIC)) {
      TicketFilter filter = TicketFilter.all().with(new TicketSearch(text, comments));
      for (Sort<TicketSortField> sort :
          List.of(
              Sort.descending(TicketSortField.CREATED_AT),
              Sort.ascending(TicketSortField.ID),
              Sort.descending(TicketSortField.RELEVANCE))) {
        assertBounded(filter, sort, Optional.empty());
        // The second of the ranks is looked into where the first has ended.
        if (!text.equals("usual") || sort.field() != TicketSortField.RELEVANCE) {
          assertBounded(filter, sort, Optional.of(deep(sort.field())));
        }
      }
    }
  }

  private static Position deep(TicketSortField field) {
    return switch (field) {
      case CREATED_AT -> new Position("2026-11-24T00:00:00Z", 100_000);
      case RELEVANCE -> new Position("0", 100_000);
      default -> new Position("100000", 100_000);
    };
  }

  private static void assertBounded(
      TicketFilter filter, Sort<TicketSortField> sort, Optional<Position> after) {
    PageSelection page = new PageSelection(LIMIT, after, false);
    for (String statement :
        DATABASE.statementsOf(() -> DATABASE.store().ticketQueries().list(filter, sort, page))) {
      if (statement.contains("FROM tickets")) {
        List<String> plan =
            DATABASE.explain("ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF", statement);
        assertThat(plan)
            .as("%s by %s after %s", filter.search(), sort, after)
            .noneMatch(line -> line.contains("Seq Scan") && !line.contains("user_handovers"));
        assertThat(plan.stream().mapToDouble(SearchPlansTest::rows).max().orElse(0))
            .as("%s by %s after %s: %s", filter.search(), sort, after, String.join("\n", plan))
            .isLessThan(isReadInOrder(statement) ? MOST_IN_ORDER : MOST_ROWS);
      }
    }
  }

  private static boolean isReadInOrder(String statement) {
    return statement.contains("ticket_id AS id");
  }

  /** How many rows a line of a plan has looked at. */
  private static double rows(String line) {
    Matcher matcher = ROWS.matcher(line);
    if (!matcher.find()) {
      return 0;
    }
    return matcher.group(1) == null
        ? Double.parseDouble(matcher.group(5))
        : Double.parseDouble(matcher.group(2)) * Double.parseDouble(matcher.group(3));
  }
}
