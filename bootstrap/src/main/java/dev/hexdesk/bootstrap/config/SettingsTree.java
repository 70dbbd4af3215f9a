package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hexdesk.bootstrap.yaml.YamlDocument;
import dev.hexdesk.bootstrap.yaml.YamlFault;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Settings as the tree that Jackson maps. Values stay text, whatever YAML would take them for: a
 * password of digits keeps its zeros, and what wants a number reads it from the text.
 */
final class SettingsTree {
  private SettingsTree() {}

  static JsonNode parse(byte[] yaml) throws YamlFault {
    return YamlDocument.parse(yaml).map(SettingsTree::of).orElseGet(MissingNode::getInstance);
  }

  private static JsonNode of(Node node) {
    return switch (node) {
      case MappingNode section -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : section.getValue()) {
          object.set(((ScalarNode) entry.getKeyNode()).getValue(), of(entry.getValueNode()));
        }
        yield object;
      }
      case SequenceNode list -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.getValue().forEach(item -> array.add(of(item)));
        yield array;
      }
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> NullNode.getInstance();
      case ScalarNode scalar -> TextNode.valueOf(scalar.getValue());
      default -> throw new IllegalStateException("YAML has no node such as " + node.getNodeId());
    };
  }
}
