package dev.hexdesk.bootstrap.setup;

import dev.hexdesk.application.setup.SetUpDefaultUsers.DefaultUser;
import dev.hexdesk.bootstrap.setup.SetupFile.Fault;
import dev.hexdesk.bootstrap.setup.SetupFile.Reading;
import dev.hexdesk.bootstrap.yaml.YamlDocument;
import dev.hexdesk.domain.user.UserRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the list of default users and collects everything that is wrong with it. */
final class DefaultUsersReader {
  private static final String LIST = "default_users";

  private final Path file;
  private final UserRules rules;
  private final List<Fault> faults = new ArrayList<>();

  /** Who was first to have a name, number or address, by field and value. */
  private final Map<String, String> owners = new HashMap<>();

  DefaultUsersReader(Path file, UserRules rules) {
    this.file = file;
    this.rules = rules;
  }

  Reading read(Optional<Node> root) {
    List<Optional<DefaultUser>> users = new ArrayList<>();
    List<Node> entries = entriesOf(root);
    for (int i = 0; i < entries.size(); i++) {
      users.add(userOf(entries.get(i), LIST + "[" + i + "]"));
    }
    if (faults.isEmpty()) {
      return new Reading.Users(users.stream().flatMap(Optional::stream).toList());
    }
    faults.sort(
        Comparator.comparingInt(Fault::line)
            .thenComparing(Fault::field)
            .thenComparing(Fault::detail));
    return new Reading.Faulty(faults);
  }

  private List<Node> entriesOf(Optional<Node> root) {
    if (root.isEmpty()) {
      report(1, LIST, "is required");
      return List.of();
    }
    if (!(root.get() instanceof MappingNode document)) {
      report(YamlDocument.lineOf(root.get()), LIST, "must be the name of the list");
      return List.of();
    }
    @Nullable Node list = null;
    for (NodeTuple entry : document.getValue()) {
      String name = ((ScalarNode) entry.getKeyNode()).getValue();
      if (name.equals(LIST)) {
        list = entry.getValueNode();
      } else {
        report(
            YamlDocument.lineOf(entry.getKeyNode()),
            name,
            "is unknown here; there is only " + LIST);
      }
    }
    return itemsOf(list, YamlDocument.lineOf(document));
  }

  private List<Node> itemsOf(@Nullable Node list, int line) {
    if (list == null) {
      report(line, LIST, "is required");
      return List.of();
    }
    if (list instanceof SequenceNode items) {
      return items.getValue();
    }
    if (!list.getTag().equals(Tag.NULL)) {
      report(YamlDocument.lineOf(list), LIST, "must be a list of users");
    }
    return List.of();
  }

  private Optional<DefaultUser> userOf(Node entry, String path) {
    if (!(entry instanceof MappingNode mapping)) {
      report(
          YamlDocument.lineOf(entry),
          path,
          "must be a user with " + String.join(", ", UserEntry.FIELDS));
      return Optional.empty();
    }
    UserEntry user = new UserEntry(mapping, rules);
    Optional<DefaultUser> read = user.read();
    EntryFields fields = user.fields();
    fields
        .faults()
        .forEach(fault -> report(fault.line(), path + "." + fault.field(), fault.detail()));
    user.identities().forEach((field, value) -> claim(field, value, path, fields.lineOf(field)));
    return read;
  }

  private void claim(String field, String value, String path, int line) {
    String owner = owners.putIfAbsent(field + ":" + value, path);
    if (owner != null) {
      report(line, path + "." + field, "is that of " + owner + " already");
    }
  }

  private void report(int line, String field, String detail) {
    faults.add(new Fault(file, line, field, detail));
  }
}
