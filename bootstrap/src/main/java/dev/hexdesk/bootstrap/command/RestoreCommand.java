package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.persistence.backup.BackupFile;
import dev.hexdesk.persistence.backup.BackupManifest;
import dev.hexdesk.persistence.backup.DamagedBackup;
import dev.hexdesk.persistence.backup.DatabaseRestore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Puts what a backup holds into the database, while no server runs. */
public final class RestoreCommand extends ConsoleCommand {
  public RestoreCommand(Console console) {
    super("restore", "Puts what a backup holds into the database, while no server runs", console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("backup").metavar("FILE").help("what ./hexdesk backup has written");
    parser
        .addArgument("--replace")
        .action(Arguments.storeTrue())
        .help("also where the database has users, employees or tickets, which are lost");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration)
      throws IOException, SQLException {
    Path file = Path.of(namespace.getString("backup"));
    try (BackupFile backup = BackupFile.open(file)) {
      PostgresDataSource dataSource =
          new ConfiguredDatabase(configuration, console).singleConnectionOfOwner("restore");
      try {
        restore(backup, dataSource, namespace.getBoolean("replace"));
      } finally {
        dataSource.stop();
      }
    } catch (NoSuchFileException missing) {
      throw new OperatorException("There is no file " + file + ".");
    } catch (DamagedBackup damaged) {
      throw new OperatorException(
          "Nothing was restored from %s, because %s.".formatted(file, damaged.getMessage()));
    }
  }

  private void restore(BackupFile backup, PostgresDataSource dataSource, boolean replace)
      throws IOException, SQLException {
    DatabaseRestore restore = new DatabaseRestore(dataSource.withoutTimeouts());
    if (restore.servers() > 0) {
      throw new OperatorException("A server works on this database. Stop it first.");
    }
    Migrations migrations = new Migrations(dataSource.withoutTimeouts());
    prepare(migrations, backup.manifest().changeSets());
    long present = restore.present();
    if (present > 0 && !replace) {
      throw new OperatorException(
          ("The database has users, employees or tickets (%,d in all). With --replace they are"
                  + " lost, and the backup is there instead.")
              .formatted(present));
    }
    ProgressBar progress = new ProgressBar(console);
    restore.restore(backup, progress);
    progress.end();
    migrations.run();
    BackupManifest manifest = backup.manifest();
    console.print(
        "Restored %,d %s, as they were on %s."
            .formatted(manifest.rows(), Plural.of(manifest.rows(), "row"), manifest.made()));
  }

  /** Has the tables be what they were when the backup was made. */
  private static void prepare(Migrations migrations, List<String> wanted) {
    List<String> known = migrations.sets();
    if (wanted.size() > known.size() || !known.subList(0, wanted.size()).equals(wanted)) {
      throw new OperatorException(
          "The backup was made by a version of Hexdesk that this one does not know. Restore it with"
              + " that one or a later one.");
    }
    if (migrations.isEmpty()) {
      migrations.runFirst(wanted.size());
    } else if (!migrations.areThese(wanted)) {
      throw new OperatorException(
          "The tables are not those of the backup's version. Restore it into a database without"
              + " tables: another HEXDESK_DATA, or a new database at HEXDESK_DB_URL.");
    }
  }
}
