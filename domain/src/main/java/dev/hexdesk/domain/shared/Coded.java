package dev.hexdesk.domain.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One of a closed list of values, which people and programs write as a word: its code. */
public interface Coded {
  /** The enum constant's own name, which enums have. */
  String name();

  /** The word: the name in lower case, {@code blocked_by}, where the value says nothing else. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value that has the code, if one has. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> kind, String code) {
    return Optional.ofNullable(kind.cast(CodeIndex.of(kind).get(code)));
  }

  /** The codes of all values, in their order. */
  static <E extends Enum<E> & Coded> List<String> codes(Class<E> kind) {
    return Arrays.stream(kind.getEnumConstants()).map(Coded::code).toList();
  }
}
