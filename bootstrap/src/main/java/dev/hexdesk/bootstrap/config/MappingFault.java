package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;

/** Puts into words why a setting could not be read; never quotes its value. */
final class MappingFault {
  private MappingFault() {}

  static String describe(JsonMappingException e) {
    return pathOf(e) + ": " + reasonOf(e);
  }

  private static String reasonOf(JsonMappingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "there is no such setting; here are: " + knownTo(unknown);
      case InvalidTypeIdException ignored -> "there is no such type";
      case InvalidNullException ignored -> "must not be empty";
      case MismatchedInputException wrong -> "must be " + wordsFor(wrong.getTargetType());
      case ValueInstantiationException wrong ->
          "must be " + wordsFor(wrong.getType().getRawClass());
      default -> "is not what belongs here";
    };
  }

  private static String knownTo(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String wordsFor(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "text";
      case "Duration" -> "a time such as 500ms, 30s or 5m";
      case "DataSize" -> "a size such as 512B, 8KiB or 20MiB";
      case "List", "ArrayList", "Set", "HashSet" -> "a list";
      case "HexdeskConfiguration" -> "a group of settings";
      case String other -> type.isRecord() ? "a group of settings" : "a proper " + other;
    };
  }

  private static String pathOf(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "the whole file" : path.toString();
  }
}
