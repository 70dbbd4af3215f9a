package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every sorted and paged list promises.
 *
 * @param <V> what is listed
 * @param <F> what it can be sorted by
 */
public abstract class ListingContract<V, F extends Enum<F>> extends StoreContract {
  private static final int ROWS = 12;

  private final Class<F> fields;
  private final Set<F> texts;
  private final ToLongFunction<V> id;

  /**
   * @param fields what can be sorted by
   * @param texts those of them that are text
   */
  ListingContract(Class<F> fields, Set<F> texts, ToLongFunction<V> id) {
    this.fields = fields;
    this.texts = texts;
    this.id = id;
  }

  /**
   * Adds the n-th row; rows of near numbers share values of most fields, and none comes in order.
   */
  abstract void add(int n, Instant now);

  abstract void remove(V row);

  abstract Page<V> list(Sort<F> sort, PageSelection page);

  /** The order by this field alone where every store must agree on it; nothing for text. */
  abstract Optional<Comparator<V>> orderBy(F field);

  @Test
  void anEmptyListHasOnePage() {
    for (Sort<F> sort : sorts()) {
      assertThat(list(sort, new PageSelection(1, Optional.empty(), true)))
          .isEqualTo(new Page<V>(List.of(), Optional.empty(), OptionalLong.of(0)));
    }
  }

  @Test
  void sortsByTheFieldAndThenByTheIdInTheSameDirection() {
    addRows(0, ROWS);
    for (Sort<F> sort : sorts()) {
      Optional<Comparator<V>> order =
          orderBy(sort.field()).map(first -> first.thenComparingLong(id));
      order.ifPresent(
          ascending ->
              assertThat(everything(sort))
                  .as("%s", sort)
                  .hasSize(ROWS)
                  .isSortedAccordingTo(sort.descending() ? ascending.reversed() : ascending));
    }
  }

  @Test
  void descendingIsAscendingBackwards() {
    addRows(0, ROWS);
    for (F field : fields.getEnumConstants()) {
      assertThat(everything(Sort.descending(field)))
          .as("%s", field)
          .isEqualTo(everything(Sort.ascending(field)).reversed());
    }
  }

  @Test
  void pagesOfAnySizeMakeUpTheWholeList() {
    addRows(0, ROWS);
    for (Sort<F> sort : sorts()) {
      List<V> whole = everything(sort);
      for (int limit = 1; limit <= ROWS + 1; limit++) {
        assertThat(walk(sort, limit, page -> {})).as("%s by %d", sort, limit).isEqualTo(whole);
      }
    }
  }

  @Test
  void thePageThatEndsTheListHasNoNext() {
    addRows(0, 4);
    for (Sort<F> sort : sorts()) {
      assertThat(list(sort, PageSelection.first(4)).next()).as("%s", sort).isEmpty();
      assertThat(list(sort, PageSelection.first(3)).next()).as("%s", sort).isPresent();
      assertThat(list(sort, PageSelection.first(3)).items()).as("%s", sort).hasSize(3);
    }
  }

  @Test
  void countsAllThatMatchesWhereAsked() {
    addRows(0, 5);
    for (Sort<F> sort : sorts()) {
      Optional<Position> second = list(sort, PageSelection.first(2)).next();

      assertThat(list(sort, new PageSelection(2, second, true)).total()).as("%s", sort).hasValue(5);
      assertThat(list(sort, new PageSelection(2, second, false)).total()).as("%s", sort).isEmpty();
    }
  }

  @Test
  void showsNothingTwiceAndLeavesNothingOutWhileRowsAreAdded() {
    int rows = ROWS;
    addRows(0, rows);
    for (Sort<F> sort : sorts()) {
      List<V> before = everything(sort);
      int already = rows;

      List<V> seen = walk(sort, 5, page -> addRows(already + 3 * page, already + 3 * page + 3));

      rows = everything(sort).size();
      assertThat(new HashSet<>(seen)).as("%s: nothing twice", sort).hasSameSizeAs(seen);
      assertThat(seen).as("%s: nothing left out", sort).containsAll(before);
    }
  }

  @Test
  void goesOnWhereItWasWhenTheRowAtThePagesEndIsGone() {
    for (Sort<F> sort : sorts()) {
      addRows(0, 6);
      List<V> whole = everything(sort);
      Page<V> first = list(sort, PageSelection.first(3));
      remove(first.items().getLast());

      Page<V> second = list(sort, new PageSelection(3, first.next(), false));

      assertThat(second.items()).as("%s", sort).isEqualTo(whole.subList(3, 6));
      everything(sort).forEach(this::remove);
    }
  }

  @Test
  void refusesAPositionThatNoRowOfTheListCanHave() {
    addRows(0, 2);
    for (Sort<F> sort : sorts()) {
      for (String value : List.of("\0", "a\0b", "\uD83D")) {
        PageSelection page = new PageSelection(5, Optional.of(new Position(value, 1)), false);

        assertThatThrownBy(() -> list(sort, page))
            .as("%s", sort)
            .isInstanceOf(InvalidPosition.class);
      }
    }
  }

  @Test
  void refusesTextForThePlaceOfANumberOrAMoment() {
    addRows(0, 2);
    for (Sort<F> sort : sorts()) {
      if (!texts.contains(sort.field())) {
        for (String value :
            List.of("", "x", "9223372036854775808", "2026-02-30T00:00:00Z", "1.5")) {
          PageSelection page = new PageSelection(5, Optional.of(new Position(value, 1)), false);

          assertThatThrownBy(() -> list(sort, page))
              .as("%s", sort)
              .isInstanceOf(InvalidPosition.class);
        }
      }
    }
  }

  private void addRows(int from, int to) {
    IntStream.range(from, to)
        .forEach(n -> add(n, NOON.plusSeconds(n * 7L % 5).plusNanos(n % 2 * 1_000L)));
  }

  private List<Sort<F>> sorts() {
    return Arrays.stream(fields.getEnumConstants())
        .flatMap(field -> Stream.of(Sort.ascending(field), Sort.descending(field)))
        .toList();
  }

  private List<V> everything(Sort<F> sort) {
    return list(sort, PageSelection.first(1000)).items();
  }

  /** All pages one after the other, with something done between the first ones. */
  private List<V> walk(Sort<F> sort, int limit, IntConsumer between) {
    List<V> seen = new ArrayList<>();
    Optional<Position> after = Optional.empty();
    int pages = 0;
    do {
      Page<V> page = list(sort, new PageSelection(limit, after, false));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(page.items());
      after = page.next();
      if (pages < 3) {
        between.accept(pages);
      }
      pages++;
    } while (after.isPresent());
    return seen;
  }
}
