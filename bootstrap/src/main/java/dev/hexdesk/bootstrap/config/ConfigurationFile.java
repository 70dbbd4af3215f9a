package dev.hexdesk.bootstrap.config;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.security.SigningSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operator's configuration file, and the template that it is made from. */
public final class ConfigurationFile {
  static final String TEMPLATE = "config.yml.template";

  private static final String STANDARD = "config.yml";

  /** What the launcher reads itself. */
  private static final String LAUNCHERS =
      "HEXDESK_CONFIG HEXDESK_JAVA_HOME HEXDESK_JAVA_OPTS HEXDESK_AOT HEXDESK_CALLER";

  private static final Pattern VARIABLE = Pattern.compile("HEXDESK_[A-Z0-9_]+");

  /** What Kubernetes tells of Services whose names begin with {@code hexdesk}. */
  private static final Pattern OF_SERVICE =
      Pattern.compile(".*_(?:SERVICE_(?:HOST|PORT)|PORT_\\d+_(?:TCP|UDP|SCTP))(?:_.*)?|.*_PORT");

  private static final String SECRET_TO_BE = ":-" + TokensSection.PLACEHOLDER + "}";

  private ConfigurationFile() {}

  /** Where the file is or is to be: {@code HEXDESK_CONFIG}, else {@code config.yml}. */
  public static Path locate(Map<String, String> environment) {
    String named = environment.getOrDefault("HEXDESK_CONFIG", "");
    return Path.of(named.isEmpty() ? STANDARD : named);
  }

  /**
   * Makes the file from the template, with a signing secret of its own, unless there is one
   * already; that one is left alone.
   *
   * @return whether it was made
   */
  public static boolean ensure(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new OperatorException(
          file.toAbsolutePath()
              + " is a folder. HEXDESK_CONFIG names a file, which is made where it is missing.");
    }
    return PrivateFile.create(
        file, template().replace(SECRET_TO_BE, ":-" + SigningSecret.generate() + "}"));
  }

  /**
   * What is to be said of variables that count as not set, as Kubernetes has set them for a Service
   * of this name; nothing, as a rule.
   */
  public static List<String> ignoredServiceVariables(Map<String, String> environment)
      throws IOException {
    return new EnvironmentVariables(environment)
        .ofServices(template())
        .map(
            name ->
                "%s is %s, which Kubernetes sets for a Service of that name: it counts as not set"
                        .formatted(name, environment.get(name))
                    + " (enableServiceLinks: false keeps it away)")
        .toList();
  }

  /**
   * What is to be said of variables that look as if they were for Hexdesk, and that nothing reads:
   * a slip of the keyboard, as a rule. What Kubernetes sets is nobody's slip.
   *
   * @param file the configuration, which may name variables of the operator's own
   */
  public static List<String> unreadVariables(Map<String, String> environment, Path file)
      throws IOException {
    Set<String> read =
        Stream.of(LAUNCHERS, template(), Files.readString(file, StandardCharsets.ISO_8859_1))
            .flatMap(text -> VARIABLE.matcher(text).results())
            .map(MatchResult::group)
            .collect(Collectors.toUnmodifiableSet());
    return environment.keySet().stream()
        .filter(VARIABLE.asMatchPredicate())
        .filter(name -> !read.contains(name) && !OF_SERVICE.matcher(name).matches())
        .sorted()
        .map(name -> name + " is set, but nothing reads it; hexdesk --help lists what is read")
        .toList();
  }

  private static String template() throws IOException {
    try (InputStream template = openTemplate()) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static InputStream openTemplate() {
    return Objects.requireNonNull(
        ConfigurationFile.class.getResourceAsStream(TEMPLATE), TEMPLATE + " is missing in the jar");
  }
}
