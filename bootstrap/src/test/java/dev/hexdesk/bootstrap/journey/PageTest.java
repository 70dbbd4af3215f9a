package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are read page by page, to the last item and none twice, whatever happens meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest extends Journey {
  private static final int CLERKS = 5;
  private static final int EACH = 50;
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

  private long employee;
  private List<Long> tickets;

  /** Tickets of equal priority, and many of the same moment. */
  @BeforeAll
  void fillTheDesk(TestServer desk) {
    meet(desk);
    employee = given.employee();
    tickets =
        Together.all(CLERKS, clerk -> IntStream.range(0, EACH).mapToObj(n -> create()).toList())
            .stream()
            .flatMap(List::stream)
            .sorted()
            .toList();
  }

  private long create() {
    return as(admin).post("/tickets", ServerFixture.ticketBody(employee)).expect(201).id();
  }

  private String list(String query) {
    return "/tickets?employee_id=" + employee + "&" + query;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "-id",
        "priority",
        "-priority",
        "created_at",
        "-created_at",
        "updated_at",
        "-updated_at"
      })
  void showEachItemOnceInOrderWhileOthersComeAndGo(String sort) throws Exception {
    List<JsonNode> items;
    try (ConcurrentWriter others = new ConcurrentWriter(as(given.manager()), employee)) {
      items = new Pages(as(admin)).all(list("limit=7&sort=" + sort), others::awaitChange);
    }

    assertThat(Pages.ids(items)).doesNotHaveDuplicates().containsAll(tickets);
    String field = sort.replace("-", "");
    Function<JsonNode, Comparable<?>> key =
        item ->
            switch (field) {
              case "id" -> item.path("id").longValue();
              case "priority" -> PRIORITIES.indexOf(item.path("priority").textValue());
              default -> item.path(field).textValue();
            };
    assertThat(items).isSortedAccordingTo(order(key, sort.startsWith("-")));
  }

  /** By the key, and by the id where that is equal. */
  @SuppressWarnings("unchecked")
  private static Comparator<JsonNode> order(
      Function<JsonNode, Comparable<?>> key, boolean descending) {
    Comparator<JsonNode> order =
        Comparator.<JsonNode, Comparable<Object>>comparing(
                item -> (Comparable<Object>) key.apply(item))
            .thenComparing(item -> item.path("id").longValue());
    return descending ? order.reversed() : order;
  }

  @Test
  void areLinkedFromTheFirstToTheLast() {
    List<Long> found = new ArrayList<>();
    ServerResponse page = as(admin).get(list("limit=60&sort=-created_at&status=new")).expect(200);
    found.addAll(page.ids());
    for (Matcher next = NEXT.matcher(page.header("Link"));
        next.matches();
        next = NEXT.matcher(page.header("Link"))) {
      assertThat(next.group(1)).startsWith(desk.root() + "/api/v1/tickets?").contains("limit=60");
      page = as(admin).get(next.group(1)).expect(200);
      found.addAll(page.ids());
    }

    assertThat(page.json().path("next_cursor").isNull()).isTrue();
    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tickets);
  }

  @Test
  void haveAnUsualAndALargestSize() {
    assertThat(as(admin).get(list("")).expect(200).ids()).hasSize(50);
    assertThat(as(admin).get(list("limit=100")).expect(200).ids()).hasSize(100);
    for (String limit : List.of("0", "101", "-1", "1.5", "many", "", "%D9%A3", "7&limit=7")) {
      as(admin).get(list("limit=" + limit)).expectProblem(400, "malformed_request");
    }
  }

  @Test
  void tellTheTotalWhenAskedTo() {
    ServerResponse page = as(admin).get(list("limit=7&include_total=true")).expect(200);

    assertThat(page.json().path("total").longValue()).isEqualTo(CLERKS * EACH);
    assertThat(
            as(admin)
                .get(list("limit=7&include_total=true&cursor=" + page.text("next_cursor")))
                .json()
                .path("total")
                .longValue())
        .isEqualTo(CLERKS * EACH);
    assertThat(as(admin).get(list("limit=7")).fieldNames())
        .containsExactlyInAnyOrder("items", "next_cursor");
  }

  @Test
  void areNotEnteredByTheCursorOfAnotherList() {
    String cursor = as(admin).get(list("limit=7&sort=priority")).text("next_cursor");

    as(admin).get(list("limit=20&sort=priority&cursor=" + cursor)).expect(200);
    for (String other :
        List.of(
            list("sort=-priority&cursor=" + cursor),
            list("sort=created_at&cursor=" + cursor),
            list("cursor=" + cursor),
            list("sort=priority&status=new&cursor=" + cursor),
            "/tickets?sort=priority&cursor=" + cursor,
            "/employees/" + employee + "/tickets?sort=priority&cursor=" + cursor,
            "/users?cursor=" + cursor,
            list("sort=priority&cursor=nonsense"),
            list("sort=priority&cursor="),
            list("sort=priority&cursor=" + "x".repeat(3000)))) {
      ServerResponse refused = as(admin).get(other).expectProblem(400, "malformed_request");
      assertThat(refused.json().path("errors").findValuesAsText("parameter"))
          .as(other)
          .containsExactly("cursor");
    }
  }
}
