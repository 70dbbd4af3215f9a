package dev.hexdesk.application.memory;

import dev.hexdesk.domain.user.Username;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a filter lets through. */
final class Matching {
  private Matching() {}

  /** Whether nothing is wanted, or exactly what is there. */
  static <T> boolean exactly(Optional<T> wanted, T actual) {
    return wanted.isEmpty() || wanted.get().equals(actual);
  }

  /** Whether nothing is wanted, or exactly what is there, if anything is. */
  static <T> boolean exactlyOptional(Optional<T> wanted, Optional<T> actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  /** Whether no place is wanted, or this one, letter case and marks aside. */
  static boolean place(Optional<String> wanted, Optional<String> actual) {
    return wanted.isEmpty()
        || wanted.map(Matching::unmarked).equals(actual.map(Matching::unmarked));
  }

  private static String unmarked(String text) {
    return folded(Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{Mn}", ""));
  }

  /** Whether each of the words occurs in one of the texts. */
  static boolean words(Optional<String> words, String... texts) {
    return Arrays.stream(words.orElse("").split("\\s+", -1))
        .allMatch(word -> Stream.of(texts).anyMatch(text -> folded(text).contains(folded(word))));
  }

  private static String folded(String text) {
    return Username.keyOf(text);
  }
}
