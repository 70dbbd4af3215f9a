package dev.hexdesk.bootstrap.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/operations.md shows to operators, so that it is this that is tried. */
final class OperatorsGuide {
  private static final Path GUIDE = Path.of("..", "docs", "operations.md");

  private OperatorsGuide() {}

  /** The block in that language in which the text stands. */
  static String block(String language, String text) throws IOException {
    Matcher blocks =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(GUIDE));
    while (blocks.find()) {
      if (blocks.group(1).contains(text)) {
        return blocks.group(1);
      }
    }
    throw new IllegalStateException("%s shows no %s with %s".formatted(GUIDE, language, text));
  }
}
