package dev.hexdesk.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import java.util.List;
import java.util.Map;

/** The rules of the house that the module graph can't enforce, or enforces once more. */
final class Rules {
  private static final String DOMAIN = "dev.hexdesk.domain..";
  private static final String APPLICATION = "dev.hexdesk.application..";
  private static final String FORMATS = "dev.hexdesk.formats..";
  private static final String REST = "dev.hexdesk.rest..";
  private static final String PERSISTENCE = "dev.hexdesk.persistence..";
  private static final String SECURITY = "dev.hexdesk.security..";
  private static final String BOOTSTRAP = "dev.hexdesk.bootstrap..";

  /** Each rule with the package of the samples that it must catch. */
  static final Map<ArchRule, String> ALL =
      Map.ofEntries(
          entry(
              classes()
                  .that()
                  .resideInAPackage(DOMAIN)
                  .should()
                  .onlyDependOnClassesThat()
                  .resideInAnyPackage("java..", "org.jspecify..", DOMAIN)
                  .as("the domain knows java.* and itself only"),
              "dev.hexdesk.domain.guilty"),
          entry(
              classes()
                  .that()
                  .resideInAPackage(APPLICATION)
                  .should()
                  .onlyDependOnClassesThat()
                  .resideInAnyPackage("java..", "org.jspecify..", DOMAIN, APPLICATION)
                  .as("the application knows the domain and itself only"),
              "dev.hexdesk.application.guilty"),
          entry(
              noClasses()
                  .that()
                  .resideInAPackage(FORMATS)
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(
                          REST,
                          PERSISTENCE,
                          SECURITY,
                          BOOTSTRAP,
                          "jakarta.ws..",
                          "jakarta.servlet..",
                          "java.sql.."))
                  .as("formats see neither HTTP nor SQL nor an adapter"),
              "dev.hexdesk.formats.guilty"),
          entry(
              noClasses()
                  .that()
                  .resideInAPackage(REST)
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(
                          PERSISTENCE,
                          SECURITY,
                          BOOTSTRAP,
                          "java.sql..",
                          "javax.sql..",
                          "org.jdbi.."))
                  .as("REST sees neither SQL nor another adapter"),
              "dev.hexdesk.rest.guilty"),
          entry(
              noClasses()
                  .that()
                  .resideInAPackage(PERSISTENCE)
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(
                          REST, SECURITY, BOOTSTRAP, "jakarta.ws..", "jakarta.servlet.."))
                  .as("persistence sees neither HTTP nor another adapter"),
              "dev.hexdesk.persistence.guilty"),
          entry(
              noClasses()
                  .that()
                  .resideInAPackage(SECURITY)
                  .should()
                  .dependOnClassesThat(
                      resideInAnyPackage(
                          REST,
                          PERSISTENCE,
                          BOOTSTRAP,
                          "jakarta.ws..",
                          "jakarta.servlet..",
                          "java.sql.."))
                  .as("security sees neither HTTP nor SQL nor another adapter"),
              "dev.hexdesk.security.guilty"),
          entry(
              noClasses()
                  .that(alwaysTrue())
                  .should()
                  .haveNameMatching(
                      ".*\\.(\\w+(Impl|Manager|Util|Utils|Helper)|I[A-Z][a-z]\\w+Port)")
                  .as("names are the field's terms"),
              "dev.hexdesk.domain.guilty"),
          entry(
              noClasses()
                  .that(simpleNameEndingWith("Request").or(simpleNameEndingWith("Response")))
                  .should()
                  .resideInAnyPackage(DOMAIN, APPLICATION, FORMATS, PERSISTENCE, SECURITY)
                  .as("requests and responses exist in REST alone"),
              "dev.hexdesk.application.guilty"),
          entry(
              noClasses()
                  .that(simpleNameEndingWith("Row").or(simpleNameEndingWith("Sql")))
                  .should()
                  .resideInAnyPackage(DOMAIN, APPLICATION, FORMATS, REST, SECURITY)
                  .as("rows and SQL exist in persistence alone"),
              "dev.hexdesk.rest.guilty"),
          entry(
              noClasses()
                  .should()
                  .dependOnClassesThat(resideInAnyPackage("jakarta.inject..", "javax.inject.."))
                  .as("wiring is plain constructor calls"),
              "dev.hexdesk.security.guilty"),
          entry(
              methods()
                  .that(showWhatMayBeInternal())
                  .should()
                  .haveRawParameterTypes(including(CommentAccess.class))
                  .as("queries that could show an internal comment are told who looks"),
              "dev.hexdesk.application.guilty"));

  private Rules() {}

  /** Queries that return comments, or what tells of them, and reads that hand them on. */
  private static DescribedPredicate<JavaMethod> showWhatMayBeInternal() {
    return describe(
        "show what may be internal",
        method ->
            method.getOwner().getSimpleName().endsWith("Queries")
                    && tellsOfComments(method.getReturnType())
                || method.getOwner().getPackageName().startsWith("dev.hexdesk.persistence")
                    && method.getModifiers().contains(JavaModifier.STATIC)
                    && method.getModifiers().contains(JavaModifier.PUBLIC)
                    && method.getParameterTypes().stream().anyMatch(Rules::tellsOfComments));
  }

  private static boolean tellsOfComments(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .anyMatch(
            each ->
                each.isEquivalentTo(Comment.class)
                    || each.isEquivalentTo(HistoryEntry.class)
                    || each.isEquivalentTo(PersonalDataItem.class));
  }

  private static DescribedPredicate<List<JavaClass>> including(Class<?> type) {
    return describe(
        "including " + type.getSimpleName(),
        types -> types.stream().anyMatch(each -> each.isEquivalentTo(type)));
  }
}
