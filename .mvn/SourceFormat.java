import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/**
 * Runs google-java-format over every Java source below a folder, or over the files named, with
 * commas: {@code check|fix FOLDER|FILES}.
 */
final class SourceFormat {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

  /** Folders of tools are hidden; these have sources of ours. */
  private static final Set<String> OURS = Set.of(".mvn", ".ci");

  private SourceFormat() {}

  public static void main(String[] args) throws IOException {
    boolean fix = args[0].equals("fix");
    List<String> arguments =
        new ArrayList<>(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (String named : args[1].split(",")) {
      arguments.addAll(sourcesBelow(Path.of(named)));
    }

    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int status = formatter.run(System.out, System.err, arguments.toArray(String[]::new));
    if (status != 0 && !fix) {
      System.err.println("The files above are not formatted. To format them: ./mvnw -N -Pformat");
    }
    System.exit(status);
  }

  private static List<String> sourcesBelow(Path folder) throws IOException {
    List<String> sources = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = directory.getFileName().toString();
            boolean hidden = name.startsWith(".") && !OURS.contains(name);
            return !directory.equals(folder) && (hidden || NOT_OURS.contains(name))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}
