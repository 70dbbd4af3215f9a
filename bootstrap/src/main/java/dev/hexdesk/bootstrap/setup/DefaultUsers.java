package dev.hexdesk.bootstrap.setup;

import static java.util.stream.Collectors.joining;

import dev.hexdesk.application.setup.SetUpDefaultUsers;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Access;
import dev.hexdesk.application.setup.SetUpDefaultUsers.DefaultUser;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Missing;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Outcome;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Username;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Applies the operator's file of default users, and tells the operator what was done for each. */
public final class DefaultUsers {
  private final HexdeskConfiguration configuration;
  private final SetUpDefaultUsers setUp;
  private final Console console;

  public DefaultUsers(
      HexdeskConfiguration configuration, SetUpDefaultUsers setUp, Console console) {
    this.configuration = configuration;
    this.setUp = setUp;
    this.console = console;
  }

  /**
   * Applies the file where there may be users.
   *
   * @param missing what becomes of those in the file who are not there
   */
  public void apply(Missing missing) throws IOException {
    setUp.setUp(read(), missing).forEach(this::tell);
  }

  /** Does nothing where there are users already; the file need not even be in order then. */
  public void applyFirstTime() throws IOException {
    if (setUp.isFirstTime()) {
      setUp.setUpIfEmpty(read()).forEach(this::tell);
    }
  }

  private List<DefaultUser> read() throws IOException {
    Path file = configuration.setupFile();
    if (SetupFile.ensure(file)) {
      console.progress(
          "Made " + file + "; edit it and run ./hexdesk setup to change default users");
    }
    return switch (SetupFile.read(file, configuration.userRules())) {
      case SetupFile.Reading.Users(List<DefaultUser> users) -> users;
      case SetupFile.Reading.Faulty(List<SetupFile.Fault> faults) ->
          throw new OperatorException(
              "The default users can't be set up:\n  "
                  + faults.stream().map(SetupFile.Fault::toString).collect(joining("\n  ")));
    };
  }

  private void tell(Outcome outcome) {
    console.print(
        switch (outcome) {
          case Outcome.Created(Username username, Optional<Password> generated) ->
              "User %s: created%s"
                  .formatted(
                      username,
                      generated
                          .map(
                              password ->
                                  ", password %s (shown this once)".formatted(password.value()))
                          .orElse(" with the password from the file"));
          case Outcome.PasswordChanged(Username username, Access access) ->
              "User %s: password changed to the one in the file%s"
                  .formatted(username, told(access));
          case Outcome.Unchanged(Username username, Access access) ->
              "User %s: unchanged%s".formatted(username, told(access));
          case Outcome.NotMade(Username username) ->
              ("User %s: not there, and not made, as there are other users;"
                      + " ./hexdesk setup --recreate makes them")
                  .formatted(username);
          case Outcome.AlreadyExists(Username username, String field) ->
              "User %s: not created, another user has that %s".formatted(username, field);
        });
  }

  private static String told(Access access) {
    if (access.loginDenied()) {
      return "; still can't log in, as login_denied is set";
    }
    return access.disabled() ? "; still can't do anything, as disabled is set" : "";
  }
}
