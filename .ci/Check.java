import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code ./dev check} has to do: reads the names of changed files, one a line, and prints what
 * concerns them, a line each that begins with {@code modules}, {@code tests}, {@code format},
 * {@code analyse} and {@code programs} (the packages that have changed, and their modules) and
 * {@code left}.
 *
 * <p>A test concerns a change when it names the type that has changed, or extends a test that does,
 * or lies in the same package of the same module. Where all tests of a module take seconds, all of
 * them do. A helper of tests concerns all that use it, and another file concerns what names it.
 */
final class Check {
  /** Each module with the ones that it is built on, in the order in which they are built. */
  private static final Map<String, Set<String>> MODULES = new LinkedHashMap<>();

  static {
    MODULES.put("domain", Set.of());
    MODULES.put("application", Set.of("domain"));
    MODULES.put("formats", Set.of("domain", "application"));
    MODULES.put("adapters-rest", Set.of("domain", "application", "formats"));
    MODULES.put("adapters-persistence", Set.of("domain", "application"));
    MODULES.put("adapters-security", Set.of("domain", "application"));
    MODULES.put("demo", Set.of("domain", "application", "adapters-persistence"));
    MODULES.put("training", Set.of());
    MODULES.put(
        "bootstrap",
        Set.of(
            "domain",
            "application",
            "formats",
            "adapters-rest",
            "adapters-persistence",
            "adapters-security",
            "demo",
            "training"));
  }

  /** The modules all of whose tests take seconds, with where these lie. */
  private static final Map<String, String> QUICK =
      Map.of(
          "domain", "dev.hexdesk.domain.**",
          "application", "dev.hexdesk.application.**",
          "formats", "dev.hexdesk.formats.**",
          "adapters-security", "dev.hexdesk.security.**",
          "training", "dev.hexdesk.training.**");

  /** After any change: the walls between packages, the API's document, and a way through it all. */
  private static final List<String> ALWAYS =
      List.of("ArchitectureTest", "ApiDescriptionTest", "TicketLifeTest");

  /** What people fill in and the program carries with it, with where that is tested. */
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "config.yml.template", "dev.hexdesk.bootstrap.config",
          "setup/setup.yml.template", "dev.hexdesk.bootstrap.setup");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  private final List<Source> tests;
  private final Set<String> modules = new TreeSet<>();
  private final Set<String> programs = new TreeSet<>();
  private final Set<Source> concerned = new HashSet<>();
  private final Set<String> patterns = new TreeSet<>();
  private final Set<String> analysed = new TreeSet<>();

  private Check(List<Source> tests) {
    this.tests = tests;
  }

  /** A Java file, by its module, its package, its type and its text. */
  private record Source(Path file, String module, String itsPackage, String type, String text) {
    static Source read(Path file) {
      try {
        String text = Files.readString(file);
        return new Source(file, moduleOf(file), packageOf(file, text), typeOf(file), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean isTest() {
      return type.endsWith("Test");
    }

    boolean isLeftToTheWholeBuild() {
      return text.contains("@Isolated(\"It measures time")
          || text.contains("\n@Order(1)\n")
          || itsPackage.endsWith(".browser");
    }

    boolean names(String otherPackage, String otherType) {
      String full = otherPackage + "." + otherType;
      return text.contains("import " + full + ";")
          || text.contains("import " + full + ".")
          || text.contains("import static " + full + ".")
          || itsPackage.equals(otherPackage)
              && !type.equals(otherType)
              && Pattern.compile("\\b" + otherType + "\\b").matcher(text).find();
    }

    boolean isExtendedBy(Source other) {
      return other.names(itsPackage, type)
          && Pattern.compile("\\b(extends|implements)\\b[^{]*\\b" + type + "\\b")
              .matcher(other.text)
              .find();
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<String> changed =
        new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .lines()
            .toList();
    Check check = new Check(tests());
    changed.stream().map(Path::of).forEach(check::add);
    check.print(changed);
  }

  private static List<Source> tests() throws IOException {
    List<Source> found = new ArrayList<>();
    for (String module : MODULES.keySet()) {
      Path folder = Path.of(module, "src/test/java");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Source::read)
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  private static String moduleOf(Path file) {
    String first = file.getName(0).toString();
    return MODULES.containsKey(first) ? first : "";
  }

  private static String typeOf(Path file) {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  /** By its text, and by its folder where it is gone. */
  private static String packageOf(Path file, String text) {
    var found = PACKAGE.matcher(text);
    return found.find()
        ? found.group(1)
        : file.getParent().toString().replaceFirst(".*/java/", "").replace('/', '.');
  }

  private void add(Path file) {
    String module = moduleOf(file);
    if (file.equals(Path.of("pom.xml")) || file.startsWith(".mvn")) {
      MODULES.keySet().forEach(this::addModule);
    } else if (file.endsWith("pom.xml") && !module.isEmpty()) {
      addModule(module);
    } else if (file.toString().endsWith(".java") && file.startsWith(Path.of(module, "src/main"))) {
      addModule(module);
      addType(file, module);
    } else if (file.toString().endsWith(".java") && file.startsWith(Path.of(module, "src/test"))) {
      tests.stream().filter(test -> test.file().equals(file)).forEach(this::addWithUsers);
    } else if (TEMPLATES.containsKey(file.toString())) {
      addModule("bootstrap");
      addWhere(test -> test.itsPackage().equals(TEMPLATES.get(file.toString())));
    } else {
      if (file.startsWith(Path.of(module, "src/main"))) {
        addModule(module);
        // What a resource is good for is tested at the top of its module.
        addWhere(test -> test.module().equals(module) && isAtTop(test));
      }
      tests.stream().filter(test -> reads(test, file)).forEach(this::addWithUsers);
    }
  }

  private static boolean isAtTop(Source test) {
    return test.itsPackage().split("\\.").length == "dev.hexdesk.module".split("\\.").length;
  }

  /** Whether it makes a path of the file's name. */
  private static boolean reads(Source test, Path file) {
    String name = Pattern.quote(file.getFileName().toString());
    return Pattern.compile("(resolve|of|getResource\\w*)\\([^;]*[\"/]" + name + "\"")
        .matcher(test.text())
        .find();
  }

  private void addModule(String module) {
    modules.add(module);
    MODULES.forEach(
        (other, built) -> {
          if (built.contains(module)) {
            modules.add(other);
          }
        });
    if (QUICK.containsKey(module)) {
      patterns.add(QUICK.get(module));
    }
    patterns.addAll(ALWAYS);
  }

  private void addType(Path file, String module) {
    String itsPackage = packageOf(file, "");
    String type = typeOf(file);
    analysed.add(itsPackage + ".*");
    programs.add(module);
    addWhere(test -> test.module().equals(module) && test.itsPackage().equals(itsPackage));
    for (Source source : tests) {
      if (source.names(itsPackage, type)) {
        if (source.isTest()) {
          concerned.add(source);
        } else {
          addWhere(source::isExtendedBy);
        }
      }
    }
  }

  private void addWhere(Predicate<Source> condition) {
    tests.stream().filter(Source::isTest).filter(condition).forEach(concerned::add);
  }

  /** A test itself; of a helper all tests that use it, by way of other helpers, too. */
  private void addWithUsers(Source changed) {
    Deque<Source> open = new ArrayDeque<>(List.of(changed));
    Set<Source> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      Source next = open.pop();
      modules.add(next.module());
      if (next.isTest()) {
        concerned.add(next);
      } else {
        tests.stream()
            .filter(user -> user.names(next.itsPackage(), next.type()))
            .filter(seen::add)
            .forEach(open::push);
      }
    }
  }

  private void print(Collection<String> changed) {
    Set<Path> files = changed.stream().map(Path::of).collect(Collectors.toSet());
    Predicate<Source> left = test -> test.isLeftToTheWholeBuild() && !files.contains(test.file());
    concerned.stream().map(Source::module).forEach(modules::add);
    Set<String> run = new TreeSet<>(patterns);
    concerned.stream()
        .filter(left.negate())
        .map(test -> test.itsPackage() + "." + test.type())
        .forEach(run::add);
    print("modules", MODULES.keySet().stream().filter(modules::contains).toList());
    print("tests", run);
    print(
        "format",
        changed.stream()
            .filter(name -> name.endsWith(".java") && Files.exists(Path.of(name)))
            .toList());
    print("analyse", analysed);
    print("programs", programs);
    print("left", concerned.stream().filter(left).map(Source::type).sorted().toList());
  }

  private static void print(String what, Collection<String> values) {
    System.out.println(what + " " + String.join(",", values));
  }
}
