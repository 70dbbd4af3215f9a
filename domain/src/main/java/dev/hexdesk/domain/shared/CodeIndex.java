package dev.hexdesk.domain.shared;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of each closed list by their codes, which every row that is read asks for. */
final class CodeIndex {
  private static final ClassValue<Map<String, Coded>> INDEXES =
      new ClassValue<>() {
        @Override
        protected Map<String, Coded> computeValue(Class<?> kind) {
          return Arrays.stream(kind.getEnumConstants())
              .map(Coded.class::cast)
              .collect(Collectors.toUnmodifiableMap(Coded::code, Function.identity()));
        }
      };

  private CodeIndex() {}

  static Map<String, Coded> of(Class<? extends Coded> kind) {
    return INDEXES.get(kind);
  }
}
