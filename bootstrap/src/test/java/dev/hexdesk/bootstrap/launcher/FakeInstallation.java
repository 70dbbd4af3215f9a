package dev.hexdesk.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The launcher in a folder of its own, among stand-ins that tell how they were called: a build that
 * only makes the jar, and JDKs that only have a version.
 */
final class FakeInstallation {
  /**
   * What the launcher may find on the PATH; no more, so that no JDK of this machine is among it.
   */
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cut",
          "dirname",
          "find",
          "getconf",
          "grep",
          "head",
          "ln",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sha256sum",
          "sleep",
          "stat",
          "touch",
          "uname");

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final Path root;
  private String training = "";

  FakeInstallation(Path root) throws IOException {
    this.root = root.toRealPath();
    Files.createDirectories(home());
    Files.createDirectories(bin());
    for (String tool : TOOLS) {
      writeScript(bin().resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n");
    }
    // The usual folders of JDKs are not this machine's either.
    String script =
        Files.readString(ofProject("hexdesk"))
            .replaceAll("(?<= )/(?=usr|opt|Lib)", this.root + "/");
    writeScript(home().resolve("hexdesk"), script);
  }

  private static Path find(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError(tool + " is not on the PATH"));
  }

  /** A real script, of the project that the tests run in. */
  private static Path ofProject(String script) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(script))) {
      folder = folder.getParent();
    }
    return folder.resolve(script);
  }

  Path root() {
    return root;
  }

  Path home() {
    return root.resolve("some where/hexdesk home");
  }

  Path bin() {
    return root.resolve("bin");
  }

  Path jar() {
    return home().resolve("bootstrap/target/hexdesk.jar");
  }

  /** Sources, and a build that notes its calls and makes the jar. */
  FakeInstallation withSources() throws IOException {
    write("pom.xml");
    writeScript(home().resolve(".mvn/build.sh"), Files.readString(ofProject(".mvn/build.sh")));
    write("config.yml.template");
    write("setup/setup.yml.template");
    write("bootstrap/pom.xml");
    write("bootstrap/src/main/java/Application.java");
    write("bootstrap/src/test/java/ApplicationTest.java");
    build(
        """
        echo "$JAVA_HOME $*" >> builds
        echo "a word of Maven's"
        mkdir -p bootstrap/target
        touch bootstrap/target/hexdesk.jar
        """);
    return this;
  }

  FakeInstallation build(String script) throws IOException {
    writeScript(home().resolve("mvnw"), "#!/bin/sh\n" + script);
    return this;
  }

  /** A program of the machine's. */
  void program(String name, String script) throws IOException {
    writeScript(bin().resolve(name), "#!/bin/sh\n" + script);
  }

  FakeInstallation withJarOnly() throws IOException {
    Files.createDirectories(home().resolve("lib"));
    write("hexdesk.jar");
    return this;
  }

  /** What else the training does with a JDK that is made from now on. */
  FakeInstallation training(String script) {
    training = script;
    return this;
  }

  /** The calls of the build so far. */
  List<String> builds() throws IOException {
    Path log = home().resolve("builds");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** A file as old as a checkout would be, or one changed later. */
  void write(String name) throws IOException {
    Path file = home().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    for (Path folder = file.getParent(); !folder.equals(root); folder = folder.getParent()) {
      Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));
    }
  }

  /** A JDK whose java tells its home, its number, its folder and its arguments. */
  Path jdk(String folder, String version) throws IOException {
    Path jdk = root.resolve(folder);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    writeScript(
        jdk.resolve("bin/java"),
        """
        #!/bin/sh
        echo "java %s"
        echo "process $$"
        echo "folder $PWD"
        echo "data ${HEXDESK_DATA-}"
        echo "locale ${LC_ALL-}"
        case $* in
          '-cp '*'/lib/hexdesk-training.jar dev.hexdesk.training.AotTraining '*)
            %s
            mkdir -p "${4%%/*}"
            echo learnt > "$4"
            ;;
        esac
        for argument; do echo "argument $argument"; done
        { true 3<&0; } 2>/dev/null && echo "input open"
        { true 3>&1; } 2>/dev/null || echo "output closed" >&2
        """
            .formatted(jdk, training));
    writeScript(jdk.resolve("bin/javac"), "#!/bin/sh\n");
    Files.createDirectories(jdk.resolve("lib"));
    Files.writeString(jdk.resolve("lib/modules"), version);
    return jdk;
  }

  private static void writeScript(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }
}
