package dev.hexdesk.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of words beside this class; lines that begin with a number sign explain it. */
final class WordList {
  private WordList() {}

  static List<String> lines(String file) {
    try (InputStream in = WordList.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a line, without the spaces around them. */
  static List<String> split(String line, char separator) {
    return Stream.of(Pattern.compile(Pattern.quote(String.valueOf(separator))).split(line, -1))
        .map(String::strip)
        .toList();
  }
}
