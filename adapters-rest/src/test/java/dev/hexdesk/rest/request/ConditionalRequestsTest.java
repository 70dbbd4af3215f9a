package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ticket that is asked for has version 3. */
class ConditionalRequestsTest {
  /** Lists of tags with that of the present version among them, also as proxies change it. */
  static List<String> present() {
    return List.of(
        "\"3\"",
        "W/\"3\"",
        "\"3-gzip\"",
        "\"3--gzip\"",
        "\"3;gzip\"",
        "\"3-br\"",
        "W/\"3-zstd\"",
        "\"3;br\"",
        "\"3--gzip-gzip\"",
        "*",
        " * ",
        "\"1\", \"3\"",
        "\"1\",W/\"3\"",
        "\"1\"\t,\t\"3\"",
        ", \"3\",,",
        ",\"3\"",
        "\"\", \"3\"",
        "\"a,b\", \"3\"");
  }

  private static final String TICKET = "/api/v1/tickets/1";
  private static final Api API = AllResources.api();

  private static Call read() {
    return API.get(TICKET).as(ADMIN);
  }

  private static Call change() {
    return API.patch(TICKET).as(ADMIN).mergePatch("{}");
  }

  @ParameterizedTest
  @MethodSource("present")
  void sendsNoBodyToWhoHasThePresentVersion(String tags) {
    assertThat(read().ifNoneMatch(tags).send())
        .hasStatus(304)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasNoBody();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "W/\"2\"", "\"33\"", "\"1\", \"2\"", "\"W/3\"", "\"*\"", ""})
  void sendsTheBodyToWhoHasAnother(String tags) {
    assertThat(read().ifNoneMatch(tags).send()).hasStatus(200).hasHeader("ETag", "\"3\"");
  }

  @Test
  void readsTheTagsOfAllHeaders() {
    assertThat(read().ifNoneMatch("\"2\"").ifNoneMatch("\"3\"").send()).hasStatus(304);
    assertThat(change().ifMatch("\"2\"").ifMatch("\"3\"").send()).hasStatus(200);
  }

  @Test
  void answersHeadByTheSameConditions() {
    assertThat(API.call("HEAD", TICKET).as(ADMIN).ifNoneMatch("\"3\"").send())
        .hasStatus(304)
        .hasHeader("ETag", "\"3\"");
  }

  @ParameterizedTest
  @MethodSource("present")
  void changesTheVersionThatIsMeant(String tags) {
    assertThat(change().ifMatch(tags).send()).hasStatus(200);
    assertThat(API.delete(TICKET).as(ADMIN).ifMatch(tags).send()).hasStatus(204);
    assertThat(read().ifMatch(tags).send()).hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2\"",
        "W/\"2\"",
        "\"2-gzip\"",
        "\"3-gz1p\"",
        "\"3gzip\"",
        "\"-gzip\"",
        "\"3-gzip-x\"",
        "\"W/3\"",
        "\"4\", \"5\"",
        "\"\"",
        ""
      })
  void changesNoOther(String tags) {
    assertThat(change().ifMatch(tags).send()).isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(API.delete(TICKET).as(ADMIN).ifMatch(tags).send())
        .isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(read().ifMatch(tags).send()).isProblem(ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void changesNothingThatShouldNotBeThere() {
    assertThat(change().ifNoneMatch("*").send()).isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(change().ifNoneMatch("\"3\"").send()).isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(change().ifNoneMatch("\"2\"").send()).hasStatus(200);
  }

  @Test
  void looksAtIfMatchFirst() {
    assertThat(read().ifMatch("\"2\"").ifNoneMatch("\"3\"").send())
        .isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(read().ifMatch("\"3\"").ifNoneMatch("\"3\"").send()).hasStatus(304);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "\"3",
        "'3'",
        "w/\"3\"",
        "W/3",
        "\"3\" \"4\"",
        "*, \"3\"",
        "\"3\", *",
        "\"a b\"",
        "W/"
      })
  void refusesWhatIsNoListOfTags(String tags) {
    assertThat(read().ifNoneMatch(tags).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("If-None-Match format");
    assertThat(change().ifMatch(tags).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("If-Match format");
  }

  @Test
  void readsALongListInNoTime() {
    String tags = "\"2\",".repeat(20_000) + "\"3\"";

    assertThat(read().ifNoneMatch(tags).send()).hasStatus(304);
    assertThat(read().ifNoneMatch(" ".repeat(50_000) + "x").send())
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }
}
