package dev.hexdesk.bootstrap.hardening;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;

/**
 * What has to come back.
 *
 * @param answer the status and, for errors, the problem's code (at the token endpoint, the OAuth
 *     error): {@code 400 malformed_request}
 * @param answerHeaders headers and their values; {@code none} where there must be none
 * @param faults what the problem's {@code errors} must list: pointer or parameter, and code
 * @param facts JSON pointers into the body and the JSON there; {@code none} for nothing
 * @param says a part of the body's text
 */
record Outcome(
    String answer,
    Map<String, String> answerHeaders,
    List<String> faults,
    Map<String, String> facts,
    String says) {
  Outcome {
    check(answer);
    answerHeaders = answerHeaders == null ? Map.of() : answerHeaders;
    faults = Written.listed(faults);
    facts = facts == null ? Map.of() : facts;
  }

  static void check(String answer) {
    Written.required("answer", answer);
    if (!answer.matches("[1-5][0-9]{2}( [a-z0-9_]+)?")) {
      throw new IllegalArgumentException("'answer' is a status and perhaps a code, not " + answer);
    }
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Outcome of(String answer) {
    return new Outcome(answer, null, null, null, null);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Outcome of(int status) {
    return of(Integer.toString(status));
  }

  int status() {
    return Integer.parseInt(answer.substring(0, 3));
  }

  /** The error's code; "" where none is expected. */
  String code() {
    return answer.substring(3).strip();
  }

  boolean isError() {
    return status() >= 400;
  }
}
