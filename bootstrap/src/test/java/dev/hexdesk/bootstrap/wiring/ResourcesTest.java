package dev.hexdesk.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.rest.testing.AllResources;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Resources are listed where they are wired; all else that knows them knows the same ones. */
final class ResourcesTest {
  private static final List<Class<?>> WIRED =
      classesOf(
          new Wiring(
                  Configurations.defaults(),
                  Jdbi.create(
                      () -> {
                        throw new AssertionError("no resource needs a connection to be made");
                      }))
              .resources());

  @Test
  void everyResourceIsWired() {
    Stream<Class<?>> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.hexdesk.rest")
                .stream()
                .filter(each -> each.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect);

    assertThat(written).containsExactlyInAnyOrderElementsOf(WIRED);
  }

  @Test
  void testsOfRestLookAtEveryResource() {
    assertThat(classesOf(AllResources.resources())).containsExactlyInAnyOrderElementsOf(WIRED);
  }

  private static List<Class<?>> classesOf(List<Object> resources) {
    return resources.stream().<Class<?>>map(Object::getClass).toList();
  }
}
