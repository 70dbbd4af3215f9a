package dev.hexdesk.rest.request;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptListTest {
  private static final Api API = AllResources.api();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json,,",
        ",application/json",
        "text/html, , application/json;q=0.5",
        ", ,",
        "text/html;p=\"a,,b\", application/json,",
        "application/json"
      })
  void hasEmptyElements(String accept) {
    assertThat(API.get("/api/v1/tickets/1").as(ADMIN).header("Accept", accept).send())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html,,", ",image/png"})
  void namesNothingByThem(String accept) {
    assertThat(API.get("/api/v1/tickets/1").as(ADMIN).header("Accept", accept).send())
        .isProblem(ProblemType.NOT_ACCEPTABLE);
  }
}
