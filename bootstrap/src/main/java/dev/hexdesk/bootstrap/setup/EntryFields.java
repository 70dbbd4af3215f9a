package dev.hexdesk.bootstrap.setup;

import dev.hexdesk.bootstrap.yaml.YamlDocument;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.Violations.Checked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one entry, each with its line; what is empty counts as left out. */
final class EntryFields {
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Violations violations = new Violations();

  /** What is wrong with a field. */
  record Fault(int line, String field, String detail) {}

  EntryFields(MappingNode entry, List<String> known) {
    this.line = YamlDocument.lineOf(entry);
    for (NodeTuple field : entry.getValue()) {
      String name = ((ScalarNode) field.getKeyNode()).getValue();
      lines.put(name, YamlDocument.lineOf(field.getKeyNode()));
      if (!known.contains(name)) {
        violations.add(
            name, "unknown_field", "is unknown here; a user has " + String.join(", ", known));
      } else if (!field.getValueNode().getTag().equals(Tag.NULL)) {
        values.put(name, field.getValueNode());
      }
    }
  }

  @Nullable Node valueOf(String name) {
    return values.get(name);
  }

  /** The field's line, or the entry's where the field is missing. */
  int lineOf(String name) {
    return lines.getOrDefault(name, line);
  }

  Violations violations() {
    return violations;
  }

  boolean isFaultless(String name) {
    return violations.all().stream().noneMatch(violation -> violation.field().equals(name));
  }

  List<Fault> faults() {
    return violations.all().stream()
        .map(found -> new Fault(lineOf(found.field()), found.field(), found.detail()))
        .toList();
  }

  /** A text field that must be there, exactly as it is written: {@code 0123} stays that. */
  <T> Checked<T> text(String name, TextRule<T> rule) {
    return switch (valueOf(name)) {
      case null -> violations.missing(name);
      case ScalarNode scalar -> violations.required(name, scalar.getValue(), rule);
      default -> mistyped(name, "must be text");
    };
  }

  /** A name, of which a blank text says nothing. */
  Checked<Optional<PersonName>> name(String field, TextRule<PersonName> rule) {
    if (isWithout(field)) {
      return Optional::empty;
    }
    Checked<PersonName> name = text(field, rule);
    return () -> Optional.of(name.get());
  }

  /** Whether nothing is said of a field, or nothing that can be seen. */
  boolean isWithout(String field) {
    return switch (valueOf(field)) {
      case null -> true;
      case ScalarNode scalar -> !PersonName.isIn(scalar.getValue());
      default -> false;
    };
  }

  <T> Checked<T> mistyped(String name, String detail) {
    violations.add(name, "type", detail);
    return violations.unavailable(name);
  }
}
