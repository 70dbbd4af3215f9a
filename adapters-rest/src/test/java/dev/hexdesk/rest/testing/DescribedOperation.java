package dev.hexdesk.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where the document describes what a request asks for. */
record DescribedOperation(String pointer, JsonNode operation) {
  private static final Set<String> VERBS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** A path of the document: its template and what it offers. */
  record DescribedPath(String template, JsonNode item) {

    /** The path that fits best: one without a variable before one with. */
    static Optional<DescribedPath> of(JsonNode document, String path) {
      return document.path("paths").properties().stream()
          .filter(entry -> fits(entry.getKey(), path))
          .map(entry -> new DescribedPath(entry.getKey(), entry.getValue()))
          .min((one, other) -> Boolean.compare(one.hasVariable(), other.hasVariable()));
    }

    private static boolean fits(String template, String path) {
      List<String> segments = new ArrayList<>();
      for (String segment : template.split("/", -1)) {
        segments.add(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
      }
      return path.matches(String.join("/", segments));
    }

    private boolean hasVariable() {
      return template.contains("{");
    }

    /** The operation that answers the method; HEAD is answered by GET's. */
    Optional<DescribedOperation> operation(String method) {
      String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
      return item.has(verb) && method.equals(method.toUpperCase(Locale.ROOT))
          ? Optional.of(
              new DescribedOperation(
                  "/paths/" + template.replace("~", "~0").replace("/", "~1") + "/" + verb,
                  item.get(verb)))
          : Optional.empty();
    }

    /** What {@code Allow} must name. */
    Set<String> methods() {
      Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
      item.fieldNames()
          .forEachRemaining(
              verb -> {
                if (VERBS.contains(verb)) {
                  methods.add(verb.toUpperCase(Locale.ROOT));
                }
              });
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      return methods;
    }
  }
}
