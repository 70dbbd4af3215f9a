package dev.hexdesk.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to the house's rules, and each rule to catching what it is for. */
final class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.hexdesk");

  static Stream<Named<ArchRule>> rules() {
    return Rules.ALL.keySet().stream().map(rule -> Named.of(rule.getDescription(), rule));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCodeKeepsTheRule(ArchRule rule) {
    rule.check(CODE);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleCatchesAGuiltySample(ArchRule rule) {
    JavaClasses guilty = new ClassFileImporter().importPackages(Rules.ALL.get(rule));
    assertThat(rule.evaluate(guilty).hasViolation()).isTrue();
  }

  /** Rules about packages that do not exist check nothing. */
  @Test
  void allModulesAreLookedAt() {
    assertThat(
            Stream.of("domain", "application", "rest", "persistence", "security", "bootstrap")
                .filter(
                    module ->
                        CODE.stream()
                                .filter(
                                    each ->
                                        each.getPackageName().startsWith("dev.hexdesk." + module))
                                .count()
                            < 5))
        .isEmpty();
  }
}
