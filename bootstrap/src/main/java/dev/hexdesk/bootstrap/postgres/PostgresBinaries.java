package dev.hexdesk.bootstrap.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's programs for this platform, as an archive on the class path. */
record PostgresBinaries(URL archive) {
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar!");
  private static final String FOLDER = "postgresql-";
  private static final String CONTENTS = "contents.txt";

  static PostgresBinaries onClassPath() {
    String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    String machine = machine(System.getProperty("os.arch").toLowerCase(Locale.ROOT));
    return Stream.of("", "-alpine_linux")
        .map(suffix -> "/postgres-%s-%s%s.txz".formatted(system, machine, suffix))
        .flatMap(name -> Stream.ofNullable(PostgresBinaries.class.getResource(name)))
        .findFirst()
        .map(PostgresBinaries::new)
        .orElseThrow(
            () ->
                new EmbeddedPostgresException(
                    """
                    This Hexdesk was built without a PostgreSQL for %s on %s.
                    Build it on such a machine, or set HEXDESK_DB_URL to a PostgreSQL of your own.\
                    """
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
  }

  private static String machine(String name) {
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }

  String version() {
    Matcher matcher = VERSION.matcher(archive.toString());
    return matcher.find() ? matcher.group(1) : "unknown";
  }

  /** The folder of the programs, unpacked now unless an earlier start left them complete. */
  Path unpackInto(DataFolder data, Consumer<String> progress) throws IOException {
    Path folder = folderIn(data);
    if (!isComplete(folder)) {
      progress.accept("Unpacking PostgreSQL " + version() + " (once)");
      new FileTree(folder).delete();
      unpack(folder);
    }
    return folder.resolve("bin");
  }

  private Path folderIn(DataFolder data) {
    return data.root().resolve(FOLDER + version());
  }

  private boolean isComplete(Path folder) throws IOException {
    Path contents = folder.resolve(CONTENTS);
    return Files.exists(contents) && Files.readString(contents).equals(describe(folder));
  }

  private void unpack(Path folder) throws IOException {
    Path unfinished = DataFolder.unfinished(folder);
    new FileTree(unfinished).delete();
    try (InputStream in = new BufferedInputStream(archive.openStream(), 1 << 16)) {
      TarXz.unpack(in, unfinished);
    }
    Files.writeString(unfinished.resolve(CONTENTS), describe(unfinished));
    new FileTree(unfinished).moveTo(folder);
  }

  /** Which archive the folder comes from, and what a power cut would have changed. */
  private String describe(Path folder) throws IOException {
    return "archive %s\n%s\n".formatted(fingerprint(), new FileTree(folder).measure(CONTENTS));
  }

  private String fingerprint() throws IOException {
    URLConnection connection = archive.openConnection();
    return connection instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : Long.toString(connection.getContentLengthLong());
  }

  /** Deletes what other versions unpacked; to be called when nothing runs from there any more. */
  void deleteOthers(DataFolder data) throws IOException {
    try (Stream<Path> folders = Files.list(data.root())) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        if (data.root().relativize(folder).toString().startsWith(FOLDER)
            && !folder.equals(folderIn(data))
            && Files.exists(folder.resolve(CONTENTS))) {
          new FileTree(folder).delete();
        }
      }
    }
  }
}
