package dev.hexdesk.bootstrap.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexdesk.persistence.support.RowReads;
import dev.hexdesk.rest.bulk.BulkResponse;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.idempotency.MentionsDataSubjects;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.ticket.TicketResponse;
import dev.hexdesk.rest.user.UserResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.ResultIterable;
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

  /** What is read as a whole is short, whatever there is in the database. */
  private static final Map<String, String> SHORT_LISTS =
      Map.ofEntries(
          entry("ListTable", "a page"),
          entry("JdbiTicketQueries", "a page of tags"),
          entry("JdbiUserQueries", "whom a page names"),
          entry("JdbiEmployeeQueries", "whom a page names"),
          entry("JdbiLinkRepository", "LinkRole.MOST of a ticket"),
          entry("JdbiTicketStatistics", "TicketStatistics.MOST_GROUPS in MOST_PERIODS"),
          entry("JdbiFailedLoginRepository", "what one login asks for"),
          entry("StagedImporter", "ImportErrors.MOST"),
          entry("JdbiTicketImporter", "a batch"),
          entry("TicketMoves", "deleted users whose tickets are on their way"),
          entry("SearchIndex", "a batch"),
          entry("UniqueContactConstraints", "as many as an operator is told"),
          entry("JdbiPersonalDataEraser", "numbers of one employee's tickets"),
          entry("JdbiCredentialRepository", "the costs of hashes that there are"),
          entry("JdbiKnownNetworks", "from where one user logged in lately"));

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

  /** Those of users and of work in bulk show neither employees nor what is said of tickets. */
  @Test
  void answersThatAreKeptTellWhomTheyShow() {
    List<Class<?>> kept =
        CODE.stream()
            .flatMap(each -> each.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Idempotent.class))
            .map(JavaMethod::reflect)
            .flatMap(method -> Stream.of(method.getAnnotationsByType(DocumentedAnswer.class)))
            .<Class<?>>map(DocumentedAnswer::body)
            .toList();

    assertThat(kept).contains(TicketResponse.class);
    assertThat(kept.stream().filter(it -> !MentionsDataSubjects.class.isAssignableFrom(it)))
        .containsOnly(UserResponse.class, BulkResponse.class);
  }

  @Test
  void listsThatAreReadAsAWholeAreShort() {
    assertThat(
            CODE.stream()
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> !call.getOriginOwner().isEquivalentTo(RowReads.class))
                .filter(
                    call ->
                        call.getTargetOwner().isEquivalentTo(ResultIterable.class)
                            || call.getTargetOwner().isEquivalentTo(RowReads.class))
                .filter(
                    call -> List.of("list", "set", "stream", "collect").contains(call.getName()))
                .map(call -> call.getOriginOwner().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(SHORT_LISTS.keySet());
  }

  /** Rules about packages that do not exist check nothing. */
  @Test
  void allModulesAreLookedAt() {
    assertThat(
            Stream.of(
                    "domain",
                    "application",
                    "formats",
                    "rest",
                    "persistence",
                    "security",
                    "demo",
                    "bootstrap")
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
