package dev.hexdesk.rest.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with JSON in words of our own: the library's name classes and repeat the
 * input.
 */
public final class JsonFaults {
  private JsonFaults() {}

  public static ProblemException of(JsonProcessingException thrown) {
    return switch (thrown) {
      case JsonMappingException mapping -> ofMapping(mapping);
      case StreamConstraintsException ignored ->
          malformed("The body is nested too deep or has too long a part.");
      default -> malformed("The body " + ofParsing(thrown) + place(thrown.getLocation()) + ".");
    };
  }

  private static String ofParsing(JsonProcessingException thrown) {
    String message = thrown.getOriginalMessage();
    return message != null && message.startsWith("Duplicate field")
        ? "has a member twice in one object"
        : "is not well-formed JSON";
  }

  /** JSON that was parsed but has the wrong type somewhere, unless parsing is what failed. */
  private static ProblemException ofMapping(JsonMappingException thrown) {
    Class<?> target = target(thrown);
    if (target == null && thrown.getCause() instanceof JsonProcessingException parsing) {
      return of(parsing);
    }
    String pointer = pointer(thrown);
    if (pointer.isEmpty()) {
      return malformed("The body must be one JSON object.");
    }
    return ProblemException.of(
        ProblemType.MALFORMED_REQUEST,
        "The field '" + pointer + "' has the wrong JSON type.",
        List.of(new Problem.Fault(pointer, null, null, "type", "must be " + typeName(target))));
  }

  /** What was expected; numbers that are too large are told apart from what is no JSON by it. */
  private static @Nullable Class<?> target(JsonMappingException thrown) {
    return switch (thrown) {
      case MismatchedInputException mismatch -> mismatch.getTargetType();
      default ->
          thrown.getCause() instanceof InputCoercionException beyond
              ? beyond.getTargetType()
              : null;
    };
  }

  private static ProblemException malformed(String detail) {
    return ProblemException.of(ProblemType.MALFORMED_REQUEST, detail);
  }

  private static String pointer(JsonMappingException thrown) {
    return thrown.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "/" + step.getIndex()
                    : Problem.Fault.pointer(step.getFieldName()))
        .collect(Collectors.joining());
  }

  private static String typeName(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a string";
      case "Boolean", "boolean" -> "true or false";
      case "Long", "Integer", "long", "int" -> "an integer of at most 64 bits";
      default -> "of another JSON type";
    };
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
