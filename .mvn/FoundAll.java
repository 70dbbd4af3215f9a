import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Fails unless a report of SpotBugs has each of the patterns: {@code REPORT PATTERN...}. */
final class FoundAll {
  private FoundAll() {}

  public static void main(String[] args) throws IOException {
    String report = Files.readString(Path.of(args[0]));
    List<String> missed =
        Arrays.stream(args, 1, args.length).filter(pattern -> !isIn(report, pattern)).toList();
    if (!missed.isEmpty()) {
      System.err.println("Static analysis did not see in the guilty samples: " + missed);
      System.exit(1);
    }
  }

  private static boolean isIn(String report, String pattern) {
    return Pattern.compile("<BugInstance [^>]*\\btype=['\"]" + pattern + "['\"]")
        .matcher(report)
        .find();
  }
}
