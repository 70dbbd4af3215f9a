package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows readers of the document what each kind of problem looks like. */
final class ProblemExamples {
  private ProblemExamples() {}

  static Map<String, Object> of(ProblemType type) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", type.uri());
    problem.put("title", type.title());
    problem.put("status", type.status());
    problem.put("detail", type.meaning());
    problem.put("instance", ApiPaths.BASE + "/tickets/7");
    problem.put("code", type.code());
    problem.put("request_id", "0b6e3f9a-6d1c-4c8e-9f0e-2f5a1c7d8e90");
    switch (type) {
      case PERMISSION_DENIED -> problem.put("permission", "ticket:update");
      case INSUFFICIENT_SCOPE -> {
        problem.put("permission", "ticket:update");
        problem.put("scope", "tickets:write");
      }
      case ALREADY_EXISTS -> problem.put("field", "email");
      case ILLEGAL_TRANSITION -> problem.put("allowed", List.of("open"));
      case VALIDATION_FAILED ->
          problem.put(
              "errors", fault("/phone", "format", "must be an E.164 number such as +380504430000"));
      case UNKNOWN_FIELD ->
          problem.put(
              "errors", fault("/nickname", "unknown_field", "does not exist or can't be written"));
      case READ_ONLY ->
          problem.put(
              "errors",
              fault("/created_at", "read_only", "can't be written, and says something else now"));
      default -> {
        // The members that every problem has say it all.
      }
    }
    return problem;
  }

  private static List<Map<String, String>> fault(String pointer, String code, String detail) {
    Map<String, String> fault = new LinkedHashMap<>();
    fault.put("pointer", pointer);
    fault.put("code", code);
    fault.put("detail", detail);
    return List.of(fault);
  }
}
