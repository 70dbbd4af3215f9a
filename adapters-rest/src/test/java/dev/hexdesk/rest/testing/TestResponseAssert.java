package dev.hexdesk.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What tests expect of answers. */
public final class TestResponseAssert extends AbstractAssert<TestResponseAssert, TestResponse> {
  private TestResponseAssert(TestResponse answer) {
    super(answer, TestResponseAssert.class);
    as(answer::toString);
  }

  public static TestResponseAssert assertThat(TestResponse answer) {
    return new TestResponseAssert(answer);
  }

  public TestResponseAssert hasStatus(int status) {
    Assertions.assertThat(actual.status()).as(descriptionText()).isEqualTo(status);
    return this;
  }

  /** The header is there once, with this value. */
  public TestResponseAssert hasHeader(String name, String value) {
    Assertions.assertThat(actual.header(name)).as(descriptionText()).isEqualTo(Optional.of(value));
    return this;
  }

  public TestResponseAssert hasNoHeader(String name) {
    Assertions.assertThat(actual.headers()).as(descriptionText()).doesNotContainKey(name);
    return this;
  }

  public TestResponseAssert hasNoBody() {
    Assertions.assertThat(actual.text()).as(descriptionText()).isEmpty();
    return this;
  }

  /** The body is the same JSON, order of members and white space aside. */
  public TestResponseAssert hasJson(String expected) {
    Assertions.assertThat(actual.json())
        .as(descriptionText())
        .isEqualTo(TestResponse.json(expected));
    return this;
  }

  /** The body has such a member at its top. */
  public TestResponseAssert hasMember(String name, String value) {
    return hasMember(name, TestResponse.json("\"" + value + "\""));
  }

  public TestResponseAssert hasMember(String name, JsonNode value) {
    Assertions.assertThat(actual.json().path(name)).as(descriptionText()).isEqualTo(value);
    return this;
  }

  public TestResponseAssert hasNoMember(String name) {
    Assertions.assertThat(actual.json().has(name)).as(descriptionText()).isFalse();
    return this;
  }

  /** It is this problem, with its status, at the path that was asked for. */
  public TestResponseAssert isProblem(ProblemType type) {
    hasStatus(type.status());
    hasMember("code", type.code());
    hasMember("type", "/api/v1/problems/" + type.code());
    hasMember("title", type.title());
    return hasMember("instance", actual.target().getRawPath());
  }

  /** The problem's faults, each as {@code /pointer code} or {@code parameter code}, in order. */
  public TestResponseAssert hasFaults(String... expected) {
    List<String> errors = new ArrayList<>();
    for (JsonNode fault : actual.json().path("errors")) {
      errors.add(
          fault.path("pointer").asText(fault.path("parameter").asText())
              + " "
              + fault.path("code").asText());
    }
    Assertions.assertThat(errors).as(descriptionText()).containsExactly(expected);
    return this;
  }

  /** It is an error as RFC 6749, section 5.2 has them. */
  public TestResponseAssert isTokenError(int status, String error) {
    hasStatus(status);
    hasHeader("Content-Type", "application/json");
    hasHeader("Cache-Control", "no-store");
    return hasMember("error", error);
  }
}
