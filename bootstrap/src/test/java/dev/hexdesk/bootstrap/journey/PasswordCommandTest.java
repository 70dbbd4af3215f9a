package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./hexdesk password NAME}, while the server runs. */
@Timeout(300)
class PasswordCommandTest extends Journey {
  private static final String OTHER = "Other#Horse8";
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  private Program.Ended run(String input, String... arguments) throws Exception {
    return Program.runWith(input, desk.installation(), arguments);
  }

  @Test
  void setsAPasswordThatIsPipedInAndEndsLockoutAndSessions() throws Exception {
    Person user = given.user("support");
    for (int n = 0; n < 10; n++) {
      desk.token(user.username(), "Wr0ngGuess!").expectTokenError("invalid_grant");
    }

    Program.Ended ended = run(OTHER + "\n", "password", user.username());

    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.results()).contains("User " + user.username() + ": password changed");
    assertThat(ended.results() + ended.messages()).doesNotContain(OTHER, "denied", "disabled");
    desk.token(user.username(), OTHER).expect(200);
    desk.token(user.username(), user.password()).expectTokenError("invalid_grant");
    as(user).get("/me").expectProblem(401, "invalid_token");
  }

  @Test
  void makesAPasswordUpAndShowsItOnce() throws Exception {
    Person user = given.user("support");

    Program.Ended ended = run("", "password", user.username(), "--generate");

    assertThat(ended.code()).as("%s", ended).isZero();
    Matcher shown =
        Pattern.compile("Password: (\\S+) \\(shown this once\\)").matcher(ended.results());
    assertThat(shown.find()).as("%s", ended).isTrue();
    desk.token(user.username(), shown.group(1)).expect(200);
  }

  @Test
  void tellsWhatElseKeepsTheUserOutAndHowToChangeThat() throws Exception {
    Person user = given.user("support");
    as(admin)
        .patch("/users/" + user.id(), Json.object("disabled", true).put("login_denied", true))
        .expect(200);

    Program.Ended ended = run(OTHER + "\n", "password", user.username());

    assertThat(ended.code()).as("%s", ended).isZero();
    assertThat(ended.results())
        .contains(
            "is disabled",
            "PATCH /api/v1/users/" + user.id() + " {\"disabled\": false}",
            "is denied login",
            "PATCH /api/v1/users/" + user.id() + " {\"login_denied\": false}");
    assertThat(
            desk.token(user.username(), OTHER).expectTokenError("invalid_grant").json().toString())
        .contains("Login denied");
  }

  @Test
  void makesNobodyAndSaysSo() throws Exception {
    Program.Ended ended = run(OTHER + "\n", "password", "nosuchname");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.messages())
        .contains("There is no user nosuchname; nothing was changed.")
        .doesNotContain("\tat ", OTHER);
    desk.token("nosuchname", OTHER).expectTokenError("invalid_grant");
  }

  @Test
  void obeysTheRulesForPasswords() throws Exception {
    Person user = given.user("support");

    Program.Ended weak = run("horse\n", "password", user.username());
    Program.Ended none = run("", "password", user.username());

    assertThat(weak.code()).isEqualTo(1);
    assertThat(weak.messages())
        .contains(
            "must be at least 8 characters long", "must contain a digit", "nothing was changed")
        .doesNotContain("\tat ");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.messages()).contains("No line came").doesNotContain("\tat ");
    as(user).get("/me").expect(200);
  }

  @Test
  void takesNoPasswordFromTheCommandLineAndHelps() throws Exception {
    Program.Ended word = run("", "password", given.user("support").username(), OTHER);
    Program.Ended help = run("", "password", "--help");

    assertThat(word.code()).isEqualTo(1);
    assertThat(word.results() + word.messages()).contains("unrecognized arguments");
    assertThat(help.results()).contains("NAME", "--generate");
  }

  /** By util-linux's {@code script}, which runs a program at a terminal of its own. */
  @Test
  void asksAtTheTerminalTwiceAndShowsNothing() throws Exception {
    assumeTrue(Files.isExecutable(SCRIPT), "script is not installed");
    Person user = given.user("support");

    String same = atTerminal(user, OTHER, OTHER);
    assertThat(same).contains("password changed").doesNotContain(OTHER);
    desk.token(user.username(), OTHER).expect(200);

    String different = atTerminal(user, "Third#Horse9", "Third#Horse8");
    assertThat(different).contains("The two differ").doesNotContain("Third#Horse");
    desk.token(user.username(), OTHER).expect(200);
  }

  /** Types each word once it is asked for, as what is typed sooner is shown. */
  private String atTerminal(Person user, String first, String second) throws Exception {
    try (Program.Terminal terminal =
        Program.atTerminal(desk.installation(), "password", user.username())) {
      terminal.await("New password for " + user.username() + ": ").type(first);
      terminal.await("Once more: ").type(second);
      return terminal.toEnd();
    }
  }
}
