package dev.hexdesk.rest.problem;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemResourceTest {
  private final Api api = Api.of(new ProblemResource());

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void describesEveryKindAtTheAddressThatProblemsBear(ProblemType type) {
    assertThat(api.get(type.uri()).send())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json")
        .hasHeader("Vary", "Accept")
        .hasMember("type", type.uri())
        .hasMember("code", type.code())
        .hasMember("title", type.title())
        .hasMember("meaning", type.meaning())
        .hasMember("status", TestResponse.json(Integer.toString(type.status())));
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void showsBrowsersAPage(ProblemType type) {
    TestResponse answer =
        api.get(type.uri())
            .accepting("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .send();

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Content-Type", "text/html;charset=utf-8")
        .hasHeader("Vary", "Accept")
        .hasHeader("Content-Security-Policy", "default-src 'none'");
    assertThat(answer.text()).contains("<code>" + type.code() + "</code>");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"application/json", "*/*", "application/*", "text/html;q=0.4, application/json"})
  void showsProgramsJson(String accept) {
    var call = api.get("/api/v1/problems/last_admin");

    assertThat((accept == null ? call : call.accepting(accept)).send())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json");
  }

  @Test
  void showsNothingThatWasRefused() {
    assertThat(api.get("/api/v1/problems/last_admin").accepting("text/html;q=0, */*;q=0.5").send())
        .hasHeader("Content-Type", "application/json");
    assertThat(api.get("/api/v1/problems/last_admin").accepting("image/png").send())
        .isProblem(ProblemType.NOT_ACCEPTABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unheard_of", "LAST_ADMIN", "last-admin", "%00", "a%2e"})
  void knowsNoOtherKind(String code) {
    assertThat(api.get("/api/v1/problems/" + code).send()).isProblem(ProblemType.NOT_FOUND);
  }
}
