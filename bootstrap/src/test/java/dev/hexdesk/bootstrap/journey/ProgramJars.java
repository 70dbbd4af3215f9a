package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.postgres.FileTree;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The class path in jars, and an archive of the classes that programs load from it: what begins
 * with the archive has loaded them in two thirds of the time. Java keeps one for jars alone.
 */
final class ProgramJars {
  private static final Path FOLDER = make();

  private ProgramJars() {}

  /**
   * What makes programs begin with the archive.
   *
   * @param writing whether the program writes it as it ends, where there is none yet
   */
  static List<String> options(boolean writing) {
    return List.of(
        "-XX:SharedArchiveFile=" + FOLDER.resolve("classes.jsa"),
        writing ? "-XX:+AutoCreateSharedArchive" : "-XX:-AutoCreateSharedArchive",
        // It would tell on the console which classes cannot be in it.
        "-Xlog:disable");
  }

  static String classPath() {
    List<String> entries = new ArrayList<>();
    String[] all = System.getProperty("java.class.path").split(File.pathSeparator);
    for (int n = 0; n < all.length; n++) {
      Path entry = Path.of(all[n]);
      if (!Files.isDirectory(entry)) {
        entries.add(all[n]);
      } else if (!entry.endsWith("test-classes")) {
        entries.add(FOLDER.resolve(n + ".jar").toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("hexdesk-program");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      String[] all = System.getProperty("java.class.path").split(File.pathSeparator);
      for (int n = 0; n < all.length; n++) {
        if (Files.isDirectory(Path.of(all[n]))) {
          pack(Path.of(all[n]), folder.resolve(n + ".jar"));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(classes)) {
      out.setLevel(0);
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, out);
      }
    }
  }

  private static void delete(Path folder) {
    try {
      new FileTree(folder).delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
