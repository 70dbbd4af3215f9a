package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with JSON in words of our own: the library's name classes and repeat the
 * input.
 */
public final class JsonFaults {
  private JsonFaults() {}

  /** JSON that can't be parsed. */
  public static ProblemException of(JsonProcessingException thrown) {
    String message = thrown.getOriginalMessage();
    String what =
        message != null && message.startsWith("Duplicate field")
            ? "has a member twice in one object"
            : "is not well-formed JSON";
    return ProblemException.of(
        ProblemType.MALFORMED_REQUEST, "The body " + what + place(thrown.getLocation()) + ".");
  }

  /** JSON that was parsed but has the wrong type somewhere. */
  public static ProblemException of(JsonMappingException thrown) {
    if (thrown.getCause() instanceof JsonProcessingException parsing
        && !(parsing instanceof JsonMappingException)) {
      return of(parsing);
    }
    String pointer = pointer(thrown);
    String expected =
        thrown instanceof MismatchedInputException mismatch
            ? "must be " + typeName(mismatch.getTargetType())
            : "can't be read";
    if (pointer.isEmpty()) {
      return ProblemException.of(
          ProblemType.MALFORMED_REQUEST,
          thrown instanceof MismatchedInputException
              ? "The body must be one JSON object."
              : "The body is not well-formed JSON.");
    }
    return ProblemException.of(
        ProblemType.MALFORMED_REQUEST,
        "The field '" + pointer + "' has the wrong JSON type.",
        List.of(new Problem.Fault(pointer, null, "type", expected)));
  }

  private static String pointer(JsonMappingException thrown) {
    return thrown.getPath().stream()
        .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
        .collect(Collectors.joining());
  }

  private static String typeName(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a string";
      case "Boolean", "boolean" -> "true or false";
      case "Long", "Integer", "long", "int" -> "an integer of at most 64 bits";
      case "List" -> "an array";
      default -> "of another JSON type";
    };
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
