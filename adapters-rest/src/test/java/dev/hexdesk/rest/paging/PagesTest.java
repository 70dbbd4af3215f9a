package dev.hexdesk.rest.paging;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.user.ListUsers;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import dev.hexdesk.rest.user.UserResource;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final Position POSITION = new Position("Ґалаґан", 42);

  private final List<PageSelection> requests = new ArrayList<>();
  private final Api api = api(this::page);

  private AccessResult<Page<User>> page(ListUsers.Query query) {
    requests.add(query.page());
    return new AccessResult.Granted<>(
        new Page<>(
            List.of(aUser().build()),
            Optional.of(POSITION),
            query.page().includeTotal() ? OptionalLong.of(99) : OptionalLong.empty()));
  }

  private static Api api(ListUsers list) {
    return Api.of(
        new UserResource(
            new UserResource.UseCases(null, null, list, null, null, null, null),
            TestRules.userRules(),
            ServedDocument.LIMITS));
  }

  private TestResponse list(String query) {
    return api.get("/api/v1/users" + query).as(ADMIN).send();
  }

  private String cursor(String query) {
    return list(query).json().path("next_cursor").asText();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50, 99, 100})
  void showsAsManyAsAreAskedFor(int limit) {
    assertThat(list("?limit=" + limit)).hasStatus(200);
    assertThat(requests.getFirst().limit()).isEqualTo(limit);
  }

  @Test
  void showsFiftyUnlessToldOtherwise() {
    list("");

    assertThat(requests).containsExactly(PageSelection.first(50));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "101",
        "-1",
        "",
        "1.0",
        "ten",
        "1e1",
        "050",
        "+5",
        "%205",
        "%D9%A5",
        "4294967297"
      })
  void refusesOtherLimits(String limit) {
    assertThat(list("?limit=" + limit.replace("+", "%2B")))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("limit range");
    assertThat(requests).isEmpty();
  }

  @Test
  void countsOnDemand() {
    assertThat(list("?include_total=true")).hasMember("total", TestResponse.json("99"));
    assertThat(list("?include_total=false")).hasNoMember("total");
    assertThat(list("")).hasNoMember("total");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "yes", "True"})
  void countsOnlyWhenToldSoClearly(String value) {
    assertThat(list("?include_total=" + value))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("include_total type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?limit=7",
        "?sort=last_name",
        "?sort=-created_at&role=admin&limit=3&include_total=true",
        "?q=a%26b%3Dc%2Bd+e%25",
        "?q=%7Bid%7D%22%3C%3E%5C",
        "?q=%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0",
        "?phone=%2B380504430000"
      })
  void leadsFromPageToPage(String query) {
    TestResponse first = list(query);
    String cursor = first.json().path("next_cursor").asText();
    String link = first.header("Link").orElseThrow();
    assertThat(link).startsWith("<http://desk.example/api/v1/users?").endsWith(">; rel=\"next\"");
    URI next = URI.create(link.substring(1, link.indexOf('>')));

    TestResponse second = api.get(next.getRawPath() + "?" + next.getRawQuery()).as(ADMIN).send();

    assertThat(second).hasStatus(200);
    assertThat(requests.get(1).after()).contains(POSITION);
    assertThat(requests.get(1).limit()).isEqualTo(requests.get(0).limit());
    assertThat(next.getRawQuery()).contains("cursor=" + cursor);
    assertThat(second.header("Link")).contains(link);
  }

  @Test
  void takesACursorWithAnotherLimit() {
    String cursor = cursor("?limit=7&sort=username");

    assertThat(list("?sort=username&limit=9&include_total=true&cursor=" + cursor)).hasStatus(200);
  }

  @Test
  void takesACursorWhetherTheStandardOrderIsNamedOrNot() {
    assertThat(list("?sort=id&cursor=" + cursor(""))).hasStatus(200);
    assertThat(list("?cursor=" + cursor("?sort=id"))).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sort=-username",
        "sort=id",
        "sort=username&q=x",
        "sort=username&role=manager",
        "sort=username&role=admin&disabled=false"
      })
  void bindsACursorToItsFilterAndSort(String query) {
    String cursor = cursor("?sort=username&role=admin");

    assertThat(list("?" + query + "&cursor=" + cursor))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "null", "AAAAAAAAAAAAAAAA", "%D0%B0", "====", "-1"})
  void refusesWhatIsNoCursor(String cursor) {
    assertThat(list("?cursor=" + cursor))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
    assertThat(requests).isEmpty();
  }

  @Test
  void refusesACursorThatIsTooLong() {
    assertThat(list("?cursor=" + cursor("") + "A".repeat(2000)))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
  }

  @Test
  void noticesAnyCharacterThatWasChanged() {
    String cursor = cursor("");
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String altered = cursor.substring(0, i) + other + cursor.substring(i + 1);

      assertThat(list("?cursor=" + altered)).isProblem(ProblemType.MALFORMED_REQUEST);
    }
    assertThat(list("?cursor=" + cursor + "=")).isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(list("?cursor=" + cursor.substring(1))).isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void noticesAPositionThatWasChanged() {
    byte[] bytes = Base64.getUrlDecoder().decode(cursor(""));
    bytes[bytes.length - 1] ^= 1;
    String altered = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

    assertThat(list("?cursor=" + altered))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
  }

  @Test
  void refusesAPositionThatIsNoneInThisList() {
    Api strict =
        api(
            query -> {
              throw new InvalidPosition("no such place");
            });

    assertThat(strict.get("/api/v1/users").as(ADMIN).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
  }

  @Test
  void endsSomewhere() {
    Api last =
        api(
            query ->
                new AccessResult.Granted<>(
                    new Page<>(List.of(), Optional.empty(), OptionalLong.of(0))));

    assertThat(last.get("/api/v1/users").as(ADMIN).send())
        .hasStatus(200)
        .hasNoHeader("Link")
        .hasJson("{\"items\": [], \"next_cursor\": null, \"total\": 0}");
  }
}
