package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator types, while the server runs or before it does. */
@Order(1)
@Timeout(300)
class CommandTest extends Journey {
  private Program.Ended run(String... arguments) throws Exception {
    return Program.run(desk.installation(), arguments);
  }

  @Test
  void openapiPrintsTheDocumentThatIsServed() throws Exception {
    Installation fresh = Installation.create();
    Program.Ended yaml = Program.run(fresh, "openapi");
    Program.Ended json = Program.run(fresh, "openapi", "--json");
    fresh.delete();

    assertThat(yaml.code()).as("%s", yaml).isZero();
    assertThat(yaml.results().strip())
        .isEqualTo(desk.asNobody().get("/openapi.yaml").text().strip());
    assertThat(json.code()).isZero();
    assertThat(Json.read(json.results().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(desk.asNobody().get("/openapi.json").json());
    assertThat(fresh.data()).doesNotExist();
  }

  @Test
  void checkSaysThatAllIsInOrder() throws Exception {
    Program.Ended check = run("check");

    assertThat(check.code()).as("%s", check).isZero();
    assertThat(check.results()).contains(desk.installation().configuration() + " is in order.");
  }

  @Test
  void checkSaysWhatIsWrongWithoutTellingSecrets() throws Exception {
    Installation broken = Installation.create();
    broken.set("HEXDESK_JWT_SECRET", "tooshortasecret");
    broken.edit("poolSize: 10", "poolSize: 0");
    Program.Ended check = Program.run(broken, "check");
    broken.delete();

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.results()).doesNotContain("in order");
    assertThat(check.messages())
        .contains(broken.configuration().toString(), "database.poolSize", "tokens")
        .doesNotContain("tooshortasecret", "\tat ");
  }

  /** Logback would tell of it by a stack trace, and the server go on without its log. */
  @Test
  void aLogThatNobodyCanWriteIsASentence() throws Exception {
    Installation fresh = Installation.create();
    Path logs = fresh.folder().resolve("taken");
    Files.writeString(logs, "no folder");
    fresh.edit(fresh.folder() + "/logs", logs.toString());
    for (String command : List.of("check", "serve")) {
      Program.Ended ended = Program.run(fresh, command);

      assertThat(ended.code()).as("%s", ended).isEqualTo(1);
      assertThat(ended.results()).isEmpty();
      assertThat(ended.messages())
          .contains("logging: the log can't be written: " + logs + " is no folder.", "HEXDESK_LOGS")
          .containsOnlyOnce("no folder")
          .doesNotContain("\tat ", "|-ERROR");
    }
    fresh.delete();
  }

  @Test
  void checkTellsOfDataThatCanNotBeWritten() throws Exception {
    Installation fresh = Installation.create();
    Path taken = Files.writeString(fresh.folder().resolve("taken"), "no folder");
    Path nowhere = Files.createSymbolicLink(fresh.folder().resolve("link"), Path.of("missing"));
    for (Path data : List.of(taken, taken.resolve("data"), nowhere, nowhere.resolve("data"))) {
      fresh.edit("dataFolder: .*", "dataFolder: " + data);
      Program.Ended ended = Program.run(fresh, "check");

      assertThat(ended.code()).as("%s", ended).isEqualTo(1);
      assertThat(ended.results()).isEmpty();
      assertThat(ended.messages())
          .contains("dataFolder: the data can't be written: ", " is ", "HEXDESK_DATA")
          .doesNotContain("\tat ");
    }
    fresh.delete();
  }

  @Test
  void foldersInThePlaceOfFilesAreToldOf() throws Exception {
    Installation fresh = Installation.create();
    Path folder = Files.createDirectory(fresh.folder().resolve("folder"));
    fresh.edit("setupFile: .*", "setupFile: " + folder);
    Program.Ended setup = Program.run(fresh, "check");
    Program.Ended configuration =
        Program.runIn(Map.of("HEXDESK_CONFIG", folder.toString()), fresh, "check");
    Program.Ended below =
        Program.runIn(
            Map.of("HEXDESK_CONFIG", fresh.configuration() + "/config.yml"), fresh, "check");
    fresh.delete();

    for (Program.Ended ended : List.of(setup, configuration, below)) {
      assertThat(ended.code()).as("%s", ended).isEqualTo(1);
      assertThat(ended.messages()).doesNotContain("\tat ");
    }
    assertThat(setup.messages()).contains("setupFile: " + folder + " is a folder");
    assertThat(configuration.messages()).contains(folder + " is a folder", "HEXDESK_CONFIG");
    assertThat(below.messages()).contains("hexdesk: ", fresh.configuration().toString());
  }

  @Test
  void anExportIsRefusedANameThatPromisesAnotherFormat() throws Exception {
    Path file = desk.installation().folder().resolve("out.json");
    Program.Ended export = run("export", "tickets", file.toString());

    assertThat(export.code()).as("%s", export).isEqualTo(1);
    assertThat(export.messages()).contains("hexdesk: Exports are CSV", ".csv");
    assertThat(file).doesNotExist();
  }

  @Test
  void dbStatusJoinsTheServerThatRuns() throws Exception {
    Program.Ended status = run("db", "status");

    assertThat(status.code()).as("%s", status).isZero();
    assertThat(status.results() + status.messages()).contains("is up to date");
    as(admin).get("/me").expect(200);
  }

  @Test
  void setupGivesTheDefaultUsersTheirPasswordsBackWhileTheServerRuns() throws Exception {
    as(admin)
        .put(
            "/users/" + given.support().id() + "/password",
            Json.object("new_password", "Other#Horse8"))
        .expect(204);

    Program.Ended setup = run("setup");

    assertThat(setup.code()).as("%s", setup).isZero();
    assertThat(setup.results())
        .contains(
            "User admin: unchanged",
            "User manager: unchanged",
            "User support: password changed to the one in the file")
        .doesNotContain(Installation.PASSWORD);
    desk.token("support", "Other#Horse8").expectTokenError("invalid_grant");
    desk.token("support", Installation.PASSWORD).expect(200);
    as(admin).get("/me").expect(200);
    given.forgetSupport();
  }

  @Test
  void demoFillsAnEmptyDatabaseOnce() throws Exception {
    Installation fresh = Installation.create().withTables();
    Program.Ended first = Program.run(fresh, "demo", "--tickets", "200", "--employees", "20");
    Program.Ended second = Program.run(fresh, "demo");
    Program.Ended help = Program.run(fresh, "demo", "--help");
    fresh.delete();

    assertThat(first.code()).as("%s", first).isZero();
    assertThat(first.results()).contains("User admin: created", "Made 200 tickets of 20 employees");
    assertThat(first.messages()).contains("200 of 200");
    assertThat(second.code()).as("%s", second).isEqualTo(1);
    assertThat(second.messages()).contains("already", "HEXDESK_DATA").doesNotContain("\tat ");
    assertThat(help.results()).contains("--tickets", "--employees", "--seed", "--until");
  }

  /** A locale with digits of its own, and a time zone that only the C library knows. */
  @Test
  void commandsWorkWhereverTheOperatorComesFrom() throws Exception {
    Installation fresh = Installation.create().withTables();
    Program.Ended demo =
        Program.runIn(
            Map.of("JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG", "TZ", "EST"),
            fresh,
            "demo",
            "--tickets",
            "40",
            "--employees",
            "5");
    fresh.delete();

    assertThat(demo.code()).as("%s", demo).isZero();
    assertThat(demo.results()).contains("Made 40 tickets of 5 employees");
  }

  /**
   * The file is what is forgotten most; the configuration is no word that it could be taken for.
   */
  @Test
  void aForgottenWordIsNamedAndHowTheCommandIsUsed() throws Exception {
    Program.Ended export = run("export", "tickets");
    Program.Ended help = run("import", "--help");

    assertThat(export.code()).as("%s", export).isEqualTo(1);
    assertThat(export.messages())
        .contains("too few arguments", "usage: hexdesk export", "{employees,tickets} FILE")
        .doesNotContain("invalid choice", "java -jar");
    assertThat(help.results()).contains("usage: hexdesk import", "--config FILE");
  }

  @Test
  void anotherConfigurationCanBeNamed() throws Exception {
    Installation other = Installation.create();
    Program.Ended check = run("check", "--config", other.configuration().toString());
    other.delete();

    assertThat(check.code()).as("%s", check).isZero();
    assertThat(check.results()).contains(other.configuration() + " is in order.");
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() throws Exception {
    Program.Ended second = run("serve");

    assertThat(second.code()).as("%s", second).isEqualTo(1);
    assertThat(second.messages())
        .contains(desk.installation().data().toString())
        .doesNotContain("\tat ");
    assertThat(second.results()).doesNotContain("is ready");
    as(admin).get("/me").expect(200);
  }

  @Test
  void whatIsNoCommandIsAnsweredByThoseThatThereAre() throws Exception {
    Program.Ended nonsense = run("nonsense");

    assertThat(nonsense.code()).isEqualTo(1);
    assertThat(nonsense.results() + nonsense.messages())
        .contains("serve", "check", "db", "setup", "openapi")
        .doesNotContain("\tat ");
  }
}
