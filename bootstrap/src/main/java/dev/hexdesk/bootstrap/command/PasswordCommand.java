package dev.hexdesk.bootstrap.command;

import dev.hexdesk.application.setup.ResetPassword;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.Username;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * Gives one user another password and ends their lockout, whether or not a server is running. The
 * password is never a word of the command line, where others on the machine would see it.
 */
public final class PasswordCommand extends ConsoleCommand {
  public PasswordCommand(Console console) {
    super(
        "password",
        "Gives one user another password, and ends their lockout and their sessions",
        console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser
        .addArgument("user")
        .metavar("NAME")
        .help("the user name; the password is asked for, or read as a line where input is a pipe");
    parser
        .addArgument("--generate")
        .action(Arguments.storeTrue())
        .help("make a password up and print it once, instead of asking for one");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) {
    String name = namespace.getString("user");
    Username username = username(name);
    boolean generate = namespace.getBoolean("generate");
    PasswordRules rules = configuration.userRules().password();
    Password password = generate ? generated(rules, username) : typed(rules, username);
    ResetPassword.Command command = new ResetPassword.Command(username, password);
    ConfiguredDatabase database = new ConfiguredDatabase(configuration, console);
    switch (database.resetPassword(command)) {
      case ResetPassword.Result.Changed changed -> {
        tell(changed);
        if (generate) {
          console.print("Password: " + password.value() + " (shown this once)");
        }
      }
      case ResetPassword.Result.ContainsUsername() ->
          throw refused(PasswordRules.containsUsername("password").detail());
      case ResetPassword.Result.Unknown() -> throw unknown(name);
    }
  }

  private static Username username(String name) {
    try {
      return Username.typed(name);
    } catch (IllegalArgumentException nobodysName) {
      throw unknown(name);
    }
  }

  private static OperatorException unknown(String name) {
    return new OperatorException("There is no user %s; nothing was changed.".formatted(name));
  }

  private static OperatorException refused(String why) {
    return new OperatorException("The password " + why + "; nothing was changed.");
  }

  private static Password generated(PasswordRules rules, Username username) {
    Password password = rules.generate(new SecureRandom());
    return password.contains(username.value()) ? generated(rules, username) : password;
  }

  private Password typed(PasswordRules rules, Username username) {
    Violations violations = new Violations();
    Violations.Checked<Password> password =
        rules.check(
            "password",
            console.readSecret("New password for " + username + ": "),
            username.value(),
            violations);
    if (!violations.isEmpty()) {
      throw refused(
          violations.all().stream().map(Violation::detail).collect(Collectors.joining(", and ")));
    }
    return password.get();
  }

  private void tell(ResetPassword.Result.Changed changed) {
    console.print(
        "User %s: password changed, lockout and sessions ended".formatted(changed.username()));
    if (changed.disabled()) {
      warn(changed, "is disabled and can do nothing", "disabled");
    }
    if (changed.loginDenied()) {
      warn(changed, "is denied login", "login_denied");
    }
  }

  private void warn(ResetPassword.Result.Changed changed, String what, String attribute) {
    console.print(
        "User %s %s: an administrator can change that by PATCH /api/v1/users/%d {\"%s\": false}"
            .formatted(changed.username(), what, changed.id().value(), attribute));
  }
}
