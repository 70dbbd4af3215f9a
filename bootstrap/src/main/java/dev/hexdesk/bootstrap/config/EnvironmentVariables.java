package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables where the configuration names them as {@code ${NAME:-default}}. That
 * happens after the YAML was read, so no character of a value means anything to YAML.
 */
final class EnvironmentVariables {
  /** What Kubernetes tells each container of a Service, under names made of the Service's own. */
  private static final Pattern OF_SERVICE = Pattern.compile("(?:tcp|udp|sctp)://.*");

  /** What is made up or chosen, and may be anything. */
  private static final Pattern SECRET = Pattern.compile(".*(?:PASSWORD|SECRET)");

  private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+\\z");

  private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z_]+):-");

  private final Map<String, String> environment;
  private final StringSubstitutor substitutor;

  EnvironmentVariables(Map<String, String> environment) {
    this.environment = environment;
    this.substitutor =
        new StringSubstitutor(this::valueOf)
            .setEnableUndefinedVariableException(true)
            .setDisableSubstitutionInValues(true);
  }

  /**
   * As in a shell's {@code :-}, what is set to nothing counts as not set; so does what Kubernetes
   * sets. Files written elsewhere leave line ends behind values, which nobody means; white space at
   * the ends only secrets may have.
   */
  private @Nullable String valueOf(String name) {
    String given = environment.getOrDefault(name, "");
    String value =
        SECRET.matcher(name).matches() ? LINE_END.matcher(given).replaceFirst("") : given.strip();
    return value.isEmpty() || isOfService(name) ? null : value;
  }

  /**
   * Whether a variable is none of ours: to each container Kubernetes tells the address of a Service
   * called {@code hexdesk} as {@code HEXDESK_PORT=tcp://10.0.0.1:80}.
   */
  private boolean isOfService(String name) {
    return OF_SERVICE.matcher(environment.getOrDefault(name, "")).matches()
        && !SECRET.matcher(name).matches();
  }

  /** The variables among those that a configuration names that count as not set for that. */
  Stream<String> ofServices(String configuration) {
    return NAMED
        .matcher(configuration)
        .results()
        .map(named -> named.group(1))
        .distinct()
        .filter(this::isOfService);
  }

  /** Replaces the variables in every text of the tree, and tells of those that have no value. */
  JsonNode substituteIn(JsonNode node, String path, List<String> errors) {
    return switch (node) {
      case ObjectNode object -> {
        object
            .properties()
            .forEach(
                member ->
                    member.setValue(
                        substituteIn(member.getValue(), below(path, member.getKey()), errors)));
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, substituteIn(array.get(i), path + "[" + i + "]", errors));
        }
        yield array;
      }
      case TextNode text -> TextNode.valueOf(substitute(text.textValue(), path, errors));
      default -> node;
    };
  }

  private String substitute(String text, String path, List<String> errors) {
    try {
      return substitutor.replace(text);
    } catch (IllegalArgumentException e) {
      errors.add(
          path
              + ": names an environment variable that is not set, without a default as in"
              + " ${NAME:-default}; write $${ for the characters themselves");
      return text;
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
