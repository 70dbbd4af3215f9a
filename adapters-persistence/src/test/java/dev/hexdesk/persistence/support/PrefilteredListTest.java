package dev.hexdesk.persistence.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.persistence.support.PrefilteredList.Walk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way to a page is the shorter one. */
class PrefilteredListTest {
  @ParameterizedTest
  @CsvSource({
    // One in forty of a million: 2,040 rows in order, or 25,000 by the index.
    "OVER_LIST, 50, 1000000, true",
    "OVER_LIST, 8, 1000000, true",
    // The page would be behind the 20,000 rows.
    "OVER_LIST, 5, 9000000, false",
    "OVER_LIST, 0, 1000000, false",
    "OVER_LIST, 50, 21000, true",
    "OVER_LIST, 50, 10000, false",
    // One in fifty of ten thousand are 200, which the index gives at once.
    "OVER_LIST, 40, 10000, false",
    "OVER_LIST, 17, 200000, true",
    "OVER_LIST, 15, 200000, false",
    // What was never counted is small.
    "OVER_LIST, 50, -1, false",
    // The other table is gone through sooner.
    "OVER_OTHER_TABLE, 5, 1000000, true",
    "OVER_OTHER_TABLE, 4, 1000000, false",
    "OVER_OTHER_TABLE, 3, 9000000, true",
    // The page would be behind the 50,000 rows.
    "OVER_OTHER_TABLE, 2, 9000000, false",
    "OVER_OTHER_TABLE, 0, 9000000, false",
    "OVER_OTHER_TABLE, 20, 20000, false"
  })
  void whatIsFoundSoFarTells(Walk walk, int found, double rows, boolean inOrder) {
    assertThat(walk.isShorter(found, 51, rows)).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10000, true, true",
    // One in forty of ten thousand: 2,000 rows in order would be looked at for 250.
    "250, 10000, true, true",
    // In the order of the ids, rows that are gone through cost less than those of an index.
    "500, 10000, true, false",
    // 640 rows in order have a page.
    "800, 10000, false, false",
    // Nobody waits for more than 2,000 rows in order before the index is asked.
    "1900, 1000000, true, false",
    "2100, 1000000, false, false",
    "Infinity, Infinity, false, false"
  })
  void whatIsKnownBeforehandTells(
      double atMost, double rows, boolean overList, boolean overOtherTable) {
    PrefilteredList list =
        new PrefilteredList(
            "other", "id", new WhereClause(), new PrefilteredList.Estimate(atMost, rows));

    assertThat(list.isRare(Walk.OVER_LIST, 51)).isEqualTo(overList);
    assertThat(list.isRare(Walk.OVER_OTHER_TABLE, 51)).isEqualTo(overOtherTable);
  }
}
