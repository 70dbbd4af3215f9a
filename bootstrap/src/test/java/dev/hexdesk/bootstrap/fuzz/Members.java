package dev.hexdesk.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An object of JSON as it is written, so that it can have what no tree has: a member twice, say.
 */
record Members(List<Member> list) {

  /**
   * @param name without the quotation marks
   * @param value in JSON, or not quite
   */
  record Member(String name, String value) {
    boolean isText() {
      return value.startsWith("\"") && value.endsWith("\"") && value.length() > 1;
    }

    Member with(String other) {
      return new Member(name, other);
    }

    /** This member with a piece put into its value. */
    Member inserted(int at, String piece) {
      return with(value.substring(0, at) + piece + value.substring(at));
    }

    @Override
    public String toString() {
      return "\"" + name + "\": " + value;
    }
  }

  static Members of(JsonNode object) {
    return new Members(
        object.properties().stream()
            .map(member -> new Member(member.getKey(), member.getValue().toString()))
            .toList());
  }

  Members changed(int at, Function<Member, List<Member>> change) {
    List<Member> changed = new ArrayList<>(list.subList(0, at));
    changed.addAll(change.apply(list.get(at)));
    changed.addAll(list.subList(at + 1, list.size()));
    return new Members(changed);
  }

  @Override
  public String toString() {
    return list.stream().map(Member::toString).collect(Collectors.joining(", ", "{", "}"));
  }
}
