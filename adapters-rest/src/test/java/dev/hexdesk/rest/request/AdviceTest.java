package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal says what would be right, in the words of this API, to who knows another one. */
class AdviceTest {
  private static final Api API = AllResources.api();

  private static String detailOf(Call call) {
    return call.send().json().path("detail").asText();
  }

  private static Call list(String query) {
    return API.get("/api/v1/tickets?" + query).as(ADMIN);
  }

  private static Call patch(String type, String body) {
    return API.patch("/api/v1/tickets/1")
        .as(ADMIN)
        .body(type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String faultOf(Call call) {
    return call.send().json().path("errors").path(0).path("detail").asText();
  }

  @ParameterizedTest
  @CsvSource({
    "page_size=10, limit",
    "pageSize=10, limit",
    "per_page=10, limit",
    "page%5Bsize%5D=10, limit",
    "%24top=10, limit",
    "count=10, limit",
    "LIMIT=10, limit",
    "page=2, cursor",
    "offset=20, cursor",
    "skip=20, cursor",
    "page_token=x, cursor",
    "search=printer, q",
    "query=printer, q",
    "order_by=id, sort",
    "sortBy=id, sort",
    "ordering=id, sort",
    "include=owner, expand",
    "embed=owner, expand",
    "status%5B%5D=open, status",
    "filter%5Bstatus%5D=open, status",
    "Status=open, status",
    "tags=fire, tag",
    "assignee_id=1, assignee",
    "assigneeId=1, assignee",
    "owner_id=1, owner",
    "employee=1, employee_id",
    "createdAfter=x, created_after",
    "created_since=x, created_after",
    "created_from=x, created_after",
    "updated_since=x, updated_after",
    "created_until=x, created_before",
    "total=true, include_total"
  })
  void namesTheParameterThatIsMeant(String query, String ours) {
    assertThat(faultOf(list(query))).startsWith("is unknown; it is called " + ours + " here");
  }

  @ParameterizedTest
  @CsvSource({
    "access_token=x, the header 'Authorization'",
    "token=x, the header 'Authorization'",
    "api_key=x, the header 'Authorization'",
    "format=csv, the header 'Accept'"
  })
  void namesTheHeaderThatIsMeant(String query, String header) {
    assertThat(faultOf(list(query))).startsWith("is unknown; that is said by " + header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour=blue", "q%20=x", "=1"})
  void guessesNothing(String query) {
    assertThat(faultOf(list(query))).startsWith("is unknown; these exist: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "priority", "tag", "fields", "expand"})
  void tellsHowSeveralValuesAreWritten(String parameter) {
    assertThat(faultOf(list(parameter + "=a&" + parameter + "=b")))
        .isEqualTo("is given twice; several values are separated by commas");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status%5B%5D=open",
        "status%5B%5D=open&status%5B%5D=new",
        "status[]=open&status[]=new",
        "tags[]=fire&tags[]=water"
      })
  void tellsTheSameToWhoWritesListsAsOtherApisDo(String query) {
    assertThat(faultOf(list(query)))
        .startsWith("is unknown; it is called ")
        .contains(" here, and several values are separated by commas; these exist: ");
  }

  @Test
  void tellsOfNoCommasWhereThereIsOneValue() {
    assertThat(faultOf(list("limit=1&limit=2"))).isEqualTo("is given twice");
  }

  @ParameterizedTest
  @CsvSource({
    "Title, title",
    "TITLE, title",
    "employeeId, employee_id",
    "employee-id, employee_id",
    "' title ', title",
    "dueAt, due_at"
  })
  void namesTheMemberThatIsMeant(String member, String ours) {
    assertThat(faultOf(patch("application/json", "{\"" + member + "\": 1}")))
        .isEqualTo("does not exist or can't be written; it is called " + ours + " here");
  }

  @Test
  void asksForAListAsOne() {
    assertThat(faultOf(patch("application/json", "{\"tags\": \"fire,water\"}")))
        .isEqualTo("must be an array");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json-patch+json",
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/vnd.api+json"
      })
  void namesTheTypesThatItTakes(String type) {
    assertThat(detailOf(patch(type, "[]")))
        .contains("it takes")
        .contains("application/json")
        .contains("application/merge-patch+json");
  }

  @Test
  void namesTheTypeThatAReplacementIsTakenIn() {
    assertThat(
            detailOf(
                API.put("/api/v1/tickets/1").as(ADMIN).body("application/xml", new byte[] {'<'})))
        .endsWith("; it takes application/json.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "application/json, application/json", "text/json; charset="})
  void saysThatATypeIsNone(String type) {
    assertThat(detailOf(patch(type, "{}")))
        .isEqualTo("The header 'Content-Type' must be a media type such as application/json.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/xml", "text/html", "application/vnd.api+json"})
  void namesTheTypesThatItAnswersIn(String accept) {
    assertThat(detailOf(list("").header("Accept", accept)))
        .contains("it is shown as")
        .contains("application/json")
        .contains("text/csv")
        .doesNotContain("qs=");
  }

  @Test
  void saysThatAcceptCanNotBeRead() {
    assertThat(detailOf(list("").header("Accept", "application/json; q=high")))
        .isEqualTo("The header 'Accept' must be a list of media types such as application/json.");
  }

  @Test
  void namesTheMethodsThatThereAre() {
    assertThat(detailOf(API.call("DELETE", "/api/v1/tickets").as(ADMIN)))
        .isEqualTo("DELETE is not offered here, but GET, HEAD, OPTIONS, POST.");
    assertThat(API.get("/api/v1/token").send().json().path("error_description").asText())
        .isEqualTo("GET is not offered here, but OPTIONS, POST.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/tickets/", "/api/v1/tickets/1/"})
  void saysThatAddressesHaveNoSlashAtTheirEnds(String target) {
    assertThat(detailOf(API.get(target).as(ADMIN)))
        .isEqualTo("There is nothing at this address; addresses here end without a slash.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "Token admin", "Basic YTpi", "Bearer", "Bearer: admin"})
  void saysHowATokenIsSent(String authorization) {
    assertThat(detailOf(API.get("/api/v1/me").header("Authorization", authorization)))
        .isEqualTo(
            "The request bears no access token: the header 'Authorization' must be the word Bearer"
                + " and the token.");
  }

  @Test
  void saysNothingOfAHeaderThatIsNotThere() {
    assertThat(detailOf(API.get("/api/v1/me"))).isEqualTo("The request bears no access token.");
  }

  /** White space around the values of a list means nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=open,%20new",
        "priority=low%20,high",
        "fields=id,%20title",
        "expand=owner,%20assignee",
        "tag=fire,%20water"
      })
  void readsListsAsPeopleWriteThem(String query) {
    assertThat(list(query).send().status()).isEqualTo(200);
  }

  @Test
  void takesAnEmptyCodingForNone() {
    assertThat(patch("application/json", "{}").header("Content-Encoding", "").send().status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "updated"})
  void tellsOfPeriodsThatEndBeforeTheyBegin(String kind) {
    String begin = "%1$s_after=2026-02-01T00:00:00Z&%1$s_before=".formatted(kind);

    assertThat(detailOf(list(begin + "2026-01-01T00:00:00Z")))
        .isEqualTo("The parameter '%1$s_before' must not be before '%1$s_after'.".formatted(kind));
    assertThat(list(begin + "2026-02-01T00:00:00Z").send().status()).isEqualTo(200);
  }

  @Test
  void namesTheHeaderOfABody() {
    assertThat(faultOf(API.post("/api/v1/tickets?format=json").as(ADMIN).json("{}")))
        .startsWith("is unknown: there are none here");
    assertThat(
            faultOf(
                API.post("/api/v1/employees/import?format=csv")
                    .as(ADMIN)
                    .body("text/csv", new byte[0])))
        .startsWith("is unknown; that is said by the header 'Content-Type'");
  }

  /** As TRACE resources see whatever else they do not have. */
  @Test
  void namesNoMethodThatWasNotSent() {
    assertThat(detailOf(API.call("TRACE", "/api/v1/tickets").as(ADMIN)))
        .isEqualTo("This method is not offered here, but GET, HEAD, OPTIONS, POST.");
  }

  @Test
  void callsAHeaderOne() {
    assertThat(detailOf(patch("application/json", "{}").header("If-Match", "7")))
        .startsWith("The header 'If-Match' must be * or a list of entity tags");
    assertThat(detailOf(API.post("/api/v1/tickets").as(ADMIN).header("Idempotency-Key", "{a}")))
        .startsWith("The header 'Idempotency-Key' must be");
  }
}
