package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.config.PrivateFile;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.bootstrap.wiring.ProgramVersion;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.persistence.backup.BackupManifest;
import dev.hexdesk.persistence.backup.DatabaseBackup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Writes the whole database into one file, whether or not a server is running. */
public final class BackupCommand extends ConsoleCommand {
  public BackupCommand(Console console) {
    super("backup", "Writes the whole database into one file, also while the server runs", console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("backup").metavar("FILE").help("where to; it must not be there yet");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration)
      throws IOException, SQLException {
    Path file = Path.of(namespace.getString("backup"));
    PostgresDataSource dataSource =
        new ConfiguredDatabase(configuration, console).singleConnectionOfOwner("backup");
    try {
      Migrations migrations = new Migrations(dataSource.withoutTimeouts());
      if (!migrations.areThese()) {
        throw new OperatorException(
            "The tables are not those of this version. Make the backup with the version that works"
                + " on them, or bring them up to date first: ./hexdesk db migrate");
      }
      ProgressBar progress = new ProgressBar(console);
      AtomicReference<BackupManifest> made = new AtomicReference<>();
      boolean isNew =
          PrivateFile.create(
              file,
              out ->
                  made.set(
                      write(
                          new DatabaseBackup(dataSource.withoutTimeouts()),
                          out,
                          migrations,
                          progress)));
      progress.end();
      if (!isNew) {
        throw new OperatorException(file + " is there already, and is left alone.");
      }
      long rows = made.get().rows();
      console.print("Wrote %,d %s to %s.".formatted(rows, Plural.of(rows, "row"), file));
    } finally {
      dataSource.stop();
    }
  }

  private static BackupManifest write(
      DatabaseBackup backup, OutputStream out, Migrations migrations, ProgressBar progress)
      throws IOException {
    try {
      return backup.write(out, ProgramVersion.full(), migrations.sets(), progress);
    } catch (SQLException failed) {
      throw new IllegalStateException("The database could not be read", failed);
    }
  }
}
