package dev.hexdesk.bootstrap.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as its nodes, which know their lines and keep each value as it is written. */
public final class YamlDocument {
  /** Deeper than anything we read, and soon reached by a node that contains itself. */
  private static final int DEEPEST = 50;

  private static final String NO_YAML =
      "this is no YAML; a value that has ': ' or ' #' in it, or starts with a character other than"
          + " letters and digits, may need quotation marks";

  private static final String TAB = "this is indented by a tab, and YAML takes spaces alone";

  private YamlDocument() {}

  /**
   * The root of the only document; empty where there is nothing but comments.
   *
   * @throws YamlFault where it is no YAML, no UTF-8, says the same thing twice or contains itself.
   *     The parser's own message is not used, as it quotes what it stumbled over, secrets and all
   */
  public static Optional<Node> parse(byte[] bytes) throws YamlFault {
    try {
      Node root =
          compose(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      if (root == null) {
        return Optional.empty();
      }
      check(root, 0);
      return Optional.of(root);
    } catch (CharacterCodingException e) {
      throw new YamlFault(1, "this file is not in UTF-8");
    } catch (YAMLException e) {
      throw new YamlFault(1, "this file has characters in it that YAML does not allow");
    }
  }

  private static @Nullable Node compose(String text) throws YamlFault {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = lineOf(e.getProblemMark());
      boolean isIndentedByTab =
          text.lines().skip(line - 1L).findFirst().orElse("").matches("\\s*\t.*");
      throw new YamlFault(line, isIndentedByTab ? TAB : NO_YAML);
    }
  }

  /** The line on which a node starts, counted from 1. */
  public static int lineOf(Node node) {
    return lineOf(node.getStartMark());
  }

  private static int lineOf(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }

  private static void check(Node node, int depth) throws YamlFault {
    if (depth > DEEPEST) {
      throw new YamlFault(lineOf(node), "this is nested too deeply");
    }
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        check(item, depth + 1);
      }
    }
    if (node instanceof MappingNode section) {
      checkKeys(section);
      for (NodeTuple entry : section.getValue()) {
        check(entry.getValueNode(), depth + 1);
      }
    }
  }

  private static void checkKeys(MappingNode section) throws YamlFault {
    Set<String> seen = new HashSet<>();
    for (NodeTuple entry : section.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new YamlFault(lineOf(entry.getKeyNode()), "a name must stand before the colon");
      }
      if (!seen.add(key.getValue())) {
        throw new YamlFault(lineOf(key), "this is given twice");
      }
    }
  }
}
