package dev.hexdesk.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import dev.hexdesk.domain.shared.InstantParser;
import dev.hexdesk.rest.request.NameAdvice;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The members of a resource that clients read but can't write. Who reads a resource, changes
 * something and sends all of it back has them in the body, where they say what is so already.
 */
public final class ReadOnlyMembers {
  private static final ObjectMapper JSON = ApiJson.configure(new ObjectMapper());

  /** Where nothing is read in the form of a body. */
  public static final ReadOnlyMembers NONE =
      new ReadOnlyMembers(Set.of(), Set.of(), "", members -> Optional.empty());

  private final Set<String> names;
  private final Set<String> ignored;
  private final String refusal;
  private final Function<Set<String>, Optional<JsonNode>> present;

  private ReadOnlyMembers(
      Set<String> names,
      Set<String> ignored,
      String refusal,
      Function<Set<String>, Optional<JsonNode>> present) {
    this.names = names;
    this.ignored = ignored;
    this.refusal = refusal;
    this.present = present;
  }

  /**
   * @param resource how clients read it
   * @param present reads it as it is now, of the members that are shown on demand with those alone
   *     that a body tells something of; empty where the caller may not read it. Asked only where a
   *     body has such members.
   */
  public static ReadOnlyMembers of(
      Class<? extends Record> resource, Function<Set<String>, Optional<? extends Record>> present) {
    return new ReadOnlyMembers(
        names(resource),
        Set.of(),
        "can't be written, and says something else now",
        members -> present.apply(members).map(JSON::valueToTree));
  }

  /** Of a resource that is yet to be created: nothing can be said of them but null. */
  public static ReadOnlyMembers ofNew(Class<? extends Record> resource) {
    return new ReadOnlyMembers(
        names(resource),
        Set.of(),
        "can't be written",
        members -> Optional.of(JSON.createObjectNode()));
  }

  /** Lets pass whatever they say, as the request fails for something else. */
  public static ReadOnlyMembers ofWhatFails(Class<? extends Record> resource) {
    Set<String> names = names(resource);
    return new ReadOnlyMembers(names, names, "", members -> Optional.empty());
  }

  /** Lets pass whatever these say: they tell of the request that read the resource, not of it. */
  public ReadOnlyMembers ignoring(String... members) {
    return new ReadOnlyMembers(names, Set.of(members), refusal, present);
  }

  private static Set<String> names(Class<? extends Record> resource) {
    NamingBase naming = (NamingBase) PropertyNamingStrategies.SNAKE_CASE;
    return Arrays.stream(resource.getRecordComponents())
        .map(RecordComponent::getName)
        .map(naming::translate)
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean has(String member) {
    return names.contains(member);
  }

  /** How a member is called that somebody writes in another way. */
  Optional<String> called(String member) {
    return NameAdvice.meant(member, names);
  }

  /** Why one of them is refused. */
  String refusal() {
    return refusal;
  }

  boolean ignores(String member) {
    return ignored.contains(member);
  }

  /** What the resource says at present, where a body has some of these members. */
  Optional<JsonNode> present(Map<String, ?> members) {
    if (members.keySet().stream().noneMatch(this::counts)) {
      return Optional.empty();
    }
    Set<String> told =
        members.entrySet().stream()
            .filter(each -> each.getValue() != null && counts(each.getKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return present.apply(told);
  }

  private boolean counts(String member) {
    return has(member) && !ignores(member);
  }

  /** Whether a member of a body says what is so. */
  static boolean same(JsonNode present, String member, @Nullable Object given) {
    return same(present.get(member), JSON.valueToTree(given));
  }

  /** A client that has a place for each member writes null for one that was not shown to it. */
  private static boolean same(@Nullable JsonNode present, JsonNode given) {
    if (present == null) {
      return given.isNull();
    }
    if (present.isNumber() && given.isNumber()) {
      return Double.isFinite(given.doubleValue())
          && present.decimalValue().compareTo(given.decimalValue()) == 0;
    }
    if (present.isTextual() && given.isTextual()) {
      return present.textValue().equals(given.textValue())
          || instant(present.textValue())
              .filter(then -> instant(given.textValue()).filter(then::equals).isPresent())
              .isPresent();
    }
    if (present.isObject() && given.isObject()) {
      return given.properties().stream()
          .allMatch(each -> same(present.get(each.getKey()), each.getValue()));
    }
    if (present.isArray() && given.isArray()) {
      return sameElements(present, given);
    }
    return present.equals(given);
  }

  private static boolean sameElements(JsonNode present, JsonNode given) {
    return present.size() == given.size()
        && IntStream.range(0, present.size()).allMatch(n -> same(present.get(n), given.get(n)));
  }

  /** Clients write moments in their own ways, and some with digits behind those they were told. */
  private static Optional<Instant> instant(String text) {
    return InstantParser.parse(text)
        .map(moment -> moment.toInstant().truncatedTo(ChronoUnit.MILLIS));
  }
}
