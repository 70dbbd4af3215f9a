package dev.hexdesk.bootstrap.command;

import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.application.user.UserSortField;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.bootstrap.wiring.Transfers;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.user.Role;
import java.io.IOException;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Moves employees or tickets between a file and the configured database, as an administrator. */
abstract class TransferCommand extends ConsoleCommand {
  private static final String EMPLOYEES = "employees";

  TransferCommand(String name, String description, Console console) {
    super(name, description, console);
  }

  /** What the operator asks for: what is moved, on whose behalf, and where from or to. */
  record TransferRequest(Actor actor, boolean employees, TransferFile file, Namespace options) {}

  /** Looks at the file before anything else is done; here, whatever it is called will do. */
  void check(TransferFile file) {}

  /** Moves the rows. */
  abstract void transfer(TransferRequest wish, Transfers transfers) throws IOException;

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("kind").choices(EMPLOYEES, "tickets").help("what the file holds");
    parser
        .addArgument("path")
        .metavar("FILE")
        .help("the file, a pipe or a device; - for standard input or output");
    parser
        .addArgument("--as")
        .dest("user")
        .metavar("NAME")
        .help("the administrator on whose behalf it is done; the first one, if none is given");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) throws IOException {
    TransferFile file = new TransferFile(namespace.getString("path"));
    check(file);
    ConfiguredDatabase database = new ConfiguredDatabase(configuration, console);
    PostgresDataSource dataSource = database.singleConnection(getName());
    try {
      database.prepare(dataSource);
      Transfers transfers = database.transfers(dataSource);
      Actor actor =
          administrator(transfers.users(), Optional.ofNullable(namespace.getString("user")));
      transfer(
          new TransferRequest(
              actor, namespace.getString("kind").equals(EMPLOYEES), file, namespace),
          transfers);
    } finally {
      dataSource.stop();
    }
  }

  private static Actor administrator(UserQueries users, Optional<String> name) {
    UserFilter filter =
        new UserFilter(
            name,
            Optional.empty(),
            Optional.empty(),
            Optional.of(Role.ADMIN),
            Optional.of(false),
            Optional.empty(),
            Optional.empty());
    return users
        .list(filter, Sort.ascending(UserSortField.ID), PageSelection.first(1))
        .items()
        .stream()
        .findFirst()
        .map(
            user ->
                new Actor(
                    user.id(), user.profile().roles(), user.profile().disabled(), Optional.empty()))
        .orElseThrow(
            () ->
                new OperatorException(
                    name.map(it -> it + " is no administrator who is not disabled.")
                        .orElse("There is no administrator yet: run ./hexdesk setup.")));
  }
}
