package dev.hexdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.Listings.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How PostgreSQL goes about the lists once the tables have grown. */
@Order(1)
class PlansTest {
  private static final int LIMIT = 50;
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: (\\d+)");

  @RegisterExtension
  static final RecordedDatabase DATABASE = new RecordedDatabase("grown-tables.sql");

  static Stream<Listing<?>> unfiltered() {
    return Listings.unfiltered();
  }

  static Stream<Listing<?>> filtered() {
    return Listings.filtered();
  }

  static Stream<Listing<?>> ranges() {
    return Listings.createdLast();
  }

  @ParameterizedTest
  @MethodSource("unfiltered")
  <F extends Enum<F>> void everySortIsReadOffAnIndex(Listing<F> listing) {
    // User names have their unique index, without the id: the last row of a page is seen again.
    for (List<String> plan : plansOf(listing)) {
      assertThat(plan)
          .anyMatch(line -> line.contains("Index Scan"))
          .noneMatch(line -> line.matches(".*(Seq Scan|-> +Sort|Filter: (?!\\(ROW)|Bitmap).*"));
    }
  }

  @ParameterizedTest
  @MethodSource("filtered")
  <F extends Enum<F>> void noFilterReadsTheWholeTable(Listing<F> listing) {
    for (List<String> plan : plansOf(listing)) {
      assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }
  }

  @Test
  void noTwoOrThreeFiltersTogetherReadTheWholeTable() {
    assertThat(Listings.combined())
        .hasSizeGreaterThan(2_000)
        .allSatisfy(
            listing -> {
              for (List<String> plan : plansOf(listing)) {
                assertThat(plan)
                    .as(listing.toString())
                    .noneMatch(line -> line.contains("Seq Scan"));
              }
            });
  }

  @Test
  void theTicketsOfOneStatusAreInOrderAlready() {
    Listing<?> pending =
        filtered()
            .filter(each -> each.toString().equals("pending by ID"))
            .findFirst()
            .orElseThrow();

    assertThat(plansOf(pending))
        .hasSize(4)
        .allSatisfy(
            plan ->
                assertThat(plan)
                    .anyMatch(line -> line.contains("using tickets_by_status"))
                    .noneMatch(line -> line.contains("Sort")));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  <F extends Enum<F>> void rowsFarFromTheBeginningAreNotWalkedTo(Listing<F> listing) {
    List<String> plans =
        statementsOf(listing).stream()
            .map(sql -> explain("ANALYZE, TIMING OFF", sql))
            .flatMap(List::stream)
            .toList();

    assertThat(plans)
        .anyMatch(line -> line.contains("tickets_by_creation"))
        .noneMatch(line -> rowsRemoved(line) > 2_000);
  }

  private static long rowsRemoved(String line) {
    Matcher removed = REMOVED.matcher(line);
    return removed.find() ? Long.parseLong(removed.group(1)) : 0;
  }

  @Test
  void noIndexIsThereForNothing() {
    Set<String> unused = new TreeSet<>(indexes());

    Stream.concat(Listings.unfiltered(), Listings.filtered())
        .flatMap(listing -> plansOf(listing).stream())
        .flatMap(List::stream)
        .forEach(line -> unused.removeAll(indexesIn(line)));

    assertThat(unused).isEmpty();
  }

  @Test
  void reassigningLooksAtTheTicketsConcernedOnly() {
    List<String> statements =
        DATABASE.statementsOf(
            () ->
                DATABASE
                    .store()
                    .handover()
                    .reassign(new UserId(77), new UserId(78), new UserId(1), Instant.EPOCH));

    assertThat(statements.stream().map(PlansTest::explain).flatMap(List::stream))
        .anyMatch(line -> line.contains("using tickets_by_owner"))
        .anyMatch(line -> line.contains("using tickets_by_assignee"))
        .noneMatch(line -> line.contains("Seq Scan on tickets"));
  }

  /** The plans of the first page and the second, in either direction. */
  private static <F extends Enum<F>> List<List<String>> plansOf(Listing<F> listing) {
    return statementsOf(listing).stream().map(PlansTest::explain).toList();
  }

  /** Those that read rows; the adapter itself asks the planner sometimes. */
  private static <F extends Enum<F>> List<String> statementsOf(Listing<F> listing) {
    return DATABASE.statementsOf(() -> read(listing)).stream()
        .filter(sql -> !sql.startsWith("EXPLAIN"))
        .toList();
  }

  private static <F extends Enum<F>> void read(Listing<F> listing) {
    for (Sort<F> sort :
        List.of(Sort.ascending(listing.field()), Sort.descending(listing.field()))) {
      Page<?> first = listing.list().of(DATABASE.store(), sort, PageSelection.first(LIMIT));
      first
          .next()
          .map(after -> new PageSelection(LIMIT, first.next(), false))
          .ifPresent(second -> listing.list().of(DATABASE.store(), sort, second));
    }
  }

  /** Without the looks at what is handed over, which is little or nothing. */
  private static List<String> explain(String sql) {
    return explain("COSTS OFF", sql);
  }

  private static List<String> explain(String options, String sql) {
    return DATABASE.explain(options, sql).stream()
        .filter(line -> !line.contains("user_handovers") && !line.contains("search_settings"))
        .toList();
  }

  private static List<String> indexes() {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT indexname
                          FROM pg_indexes
                         WHERE tablename IN ('users', 'employees', 'tickets')
                           AND indexname NOT LIKE '%_external_id_unique'
                           AND indexname <> 'tickets_merged' -- for deleting the other ticket
                        """)
                    .mapTo(String.class)
                    .list());
  }

  private static List<String> indexesIn(String line) {
    return Pattern.compile("(?:users|employees|tickets)_\\w+")
        .matcher(line)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
