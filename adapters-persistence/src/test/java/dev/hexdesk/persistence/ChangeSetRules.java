package dev.hexdesk.persistence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a change set may not do, as the version before still serves while it runs: hold a table for
 * as long as all of its rows take, or take away what that version asks for. Expand first, contract
 * in a later version; docs/contributing.md has it by examples.
 */
final class ChangeSetRules {
  /** Makes an exception, for a reason that whoever reviews the change set can weigh. */
  private static final Pattern EXCEPTION = Pattern.compile("(?m)^-- (locks|contracts): \\S.*$");

  private static final Pattern CHANGE_SET =
      Pattern.compile("(?m)^--changeset +(\\S+)(.*)$((?:\\R(?!--changeset).*)*)");

  private static final Pattern FUNCTION_BODY =
      Pattern.compile("(\\$\\w*\\$).*?\\1", Pattern.DOTALL);

  private static final Pattern COMMENT = Pattern.compile("--.*");
  private static final Pattern NEW_TABLE =
      Pattern.compile("create (?:unlogged )?table (?:if not exists )?(\\w+)");

  private ChangeSetRules() {}

  private record Rule(Pattern statement, String fault) {
    static Rule of(String statement, String fault) {
      return new Rule(Pattern.compile(statement), fault);
    }
  }

  /** The name of the table, where there is one, is the first group. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "^create (?:unique )?index (?!concurrently).* on (?:only )?(\\w+)",
              "keeps writers waiting: CREATE INDEX CONCURRENTLY, alone in a change set with"
                  + " runInTransaction:false"),
          Rule.of(
              "^drop index (?!concurrently)", "keeps everybody waiting: DROP INDEX CONCURRENTLY"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*add (?:constraint \\w+ )?(?:check|foreign key)"
                  + "(?!.* not valid)",
              "reads the whole table: add it NOT VALID, and VALIDATE it in the next change set"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*add (?:constraint \\w+ )?(?:unique|primary key)"
                  + "(?!.*using index)",
              "makes an index while it holds the table: make that CONCURRENTLY before, and add it"
                  + " USING INDEX"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*alter (?:column )?\\w+ (?:set data )?type ",
              "writes the whole table anew: add another column, fill it, and change over"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*alter (?:column )?\\w+ set not null",
              "reads the whole table: add a CHECK NOT VALID, VALIDATE it, then"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*add (?:column )?(?:if not exists )?\\w+"
                  + " .*(?:generated |serial|default"
                  + " (?:random|clock_timestamp|gen_random_uuid|nextval))",
              "writes the whole table anew: add the column empty, and fill it in parts"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*add (?:column )?(?!constraint)\\w+"
                  + " (?!.*default).*not null",
              "refuses what the version before writes: give it a default"),
          Rule.of(
              "^(?:update|delete from) (?:only )?(\\w+)(?!.* where )",
              "changes all rows in one transaction: do it in parts"),
          Rule.of(
              "^(?:lock|truncate|cluster|vacuum full|reindex (?!.*concurrently)|refresh"
                  + " materialized view (?!concurrently))",
              "keeps everybody waiting for as long as it takes"),
          Rule.of("^drop table (?:if exists )?(\\w+)", "takes away what the version before reads"),
          Rule.of(
              "^alter table (?:only )?(\\w+) .*(?:drop column|drop"
                  + " (?!constraint|expression|default)\\w+|rename)",
              "takes away what the version before reads"));

  /**
   * What is wrong with the change sets of a file, one line each; empty when nothing is.
   *
   * @param sql formatted as Liquibase reads it
   */
  static List<String> faults(String sql) {
    List<String> faults = new ArrayList<>();
    Matcher changeSets = CHANGE_SET.matcher(sql);
    while (changeSets.find()) {
      String name = changeSets.group(1);
      String body = changeSets.group(3);
      if (!body.contains("--rollback ")) {
        faults.add(name + ": has no rollback");
      }
      if (!EXCEPTION.matcher(body).find()) {
        for (String fault : faultsOfStatements(body)) {
          faults.add(name + ": " + fault);
        }
      }
    }
    return faults;
  }

  private static List<String> faultsOfStatements(String body) {
    List<String> faults = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (String each :
        COMMENT.matcher(FUNCTION_BODY.matcher(body).replaceAll("body")).replaceAll("").split(";")) {
      String statement = each.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      Matcher made = NEW_TABLE.matcher(statement);
      if (made.find()) {
        own.add(made.group(1));
      }
      for (Rule rule : RULES) {
        Matcher found = rule.statement().matcher(statement);
        if (found.find() && !isOf(own, found)) {
          faults.add(
              "'" + statement.substring(0, Math.min(60, statement.length())) + "' " + rule.fault());
        }
      }
    }
    return faults;
  }

  /** A table that the change set itself has made is nobody's yet. */
  private static boolean isOf(Set<String> own, Matcher found) {
    return found.groupCount() > 0 && found.group(1) != null && own.contains(found.group(1));
  }
}
