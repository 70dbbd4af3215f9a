package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lays what an operator wrote over what the template says. */
final class Defaults {
  /** Names the kind of thing that a section describes, on which depends what else may be in it. */
  private static final String KIND = "type";

  private Defaults() {}

  /**
   * The given settings, completed by defaults. Sections are completed setting by setting; lists are
   * taken whole; a section of another kind takes nothing over.
   */
  static JsonNode complete(JsonNode given, JsonNode defaults) {
    if (given.isNull() || given.isMissingNode()) {
      return defaults.deepCopy();
    }
    if (!(given instanceof ObjectNode section)
        || !(defaults instanceof ObjectNode standard)
        || isOfAnotherKind(section, standard)) {
      return given.deepCopy();
    }
    ObjectNode result = standard.deepCopy();
    section
        .properties()
        .forEach(
            setting ->
                result.set(
                    setting.getKey(),
                    complete(setting.getValue(), standard.path(setting.getKey()))));
    return result;
  }

  private static boolean isOfAnotherKind(ObjectNode given, ObjectNode defaults) {
    return given.has(KIND) && !given.get(KIND).equals(defaults.get(KIND));
  }
}
