package dev.hexdesk.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators give OpenTelemetry's agent names each use case, and nothing that there is not. */
final class TracedUseCasesTest {
  private static final Path PROPERTIES =
      Path.of("..", "setup", "opentelemetry", "agent.properties");
  private static final Path DOCUMENT = Path.of("..", "docs", "openapi.yaml");

  private static String property(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(PROPERTIES)) {
      properties.load(file);
    }
    return properties.getProperty(name);
  }

  @Test
  void eachMethodOfAServiceThatAPortOffersIsTraced() throws IOException {
    Set<String> offered =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.hexdesk.application")
                .stream()
                .filter(each -> each.getSimpleName().endsWith("Service"))
                .flatMap(TracedUseCasesTest::useCases)
                .collect(Collectors.toCollection(TreeSet::new));

    Set<String> traced =
        Stream.of(property("otel.instrumentation.methods.include").split(";", -1))
            .flatMap(TracedUseCasesTest::methods)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(traced).isEqualTo(offered);
  }

  private static Stream<String> useCases(JavaClass service) {
    return service.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(method -> !isOfRecord(method))
        .map(JavaMethod::getName)
        .map(method -> service.getName() + "." + method);
  }

  /** What the compiler gives a record: its parts, and what makes two of them equal. */
  private static boolean isOfRecord(JavaMethod method) {
    boolean isPart =
        method.getRawParameterTypes().isEmpty()
            && method.getOwner().tryGetField(method.getName()).isPresent();
    return method.getOwner().isRecord()
        && (isPart || Set.of("equals", "hashCode", "toString").contains(method.getName()));
  }

  private static Stream<String> methods(String entry) {
    String text = entry.strip();
    String service = text.substring(0, text.indexOf('['));
    return Stream.of(text.substring(text.indexOf('[') + 1, text.length() - 1).split(",", -1))
        .map(method -> service + "." + method);
  }

  /** So that no list is longer than it looks: a name that was changed would hide nothing. */
  @Test
  void whatIsHiddenOfAddressesIsThere() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(
            property(
                    "otel.instrumentation.sanitization.url.experimental.sensitive-query-parameters")
                .split(",", -1))
        .contains("q", "phone", "email")
        .allMatch(name -> document.contains("name: " + name + "\n"));
  }
}
