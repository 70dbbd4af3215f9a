package dev.hexdesk.bootstrap.command;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.application.transfer.RowError;
import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.bootstrap.wiring.Transfers;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.formats.TransferFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Subparser;

/** Takes employees or tickets over from a file. */
public final class ImportCommand extends TransferCommand {
  public ImportCommand(Console console) {
    super(
        "import",
        "Takes employees or tickets over from a CSV or NDJSON file, all rows or none",
        console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser
        .addArgument("--dry-run")
        .action(Arguments.storeTrue())
        .help("check the file and keep nothing");
  }

  @Override
  void transfer(TransferRequest wish, Transfers transfers) throws IOException {
    boolean dryRun = wish.options().getBoolean("dry_run");
    ProgressBar bar = new ProgressBar(console);
    try (InputStream in = wish.file().open()) {
      bar.begin("rows", 0);
      RowReader rows = counted(source(wish, in), bar);
      ActorLookup present = () -> Optional.of(wish.actor());
      ImportRows use = wish.employees() ? transfers.importEmployees() : transfers.importTickets();
      ImportRows.Result result =
          use.importRows(new ImportRows.Command(wish.actor(), present, rows, dryRun));
      bar.end();
      switch (result) {
        case ImportRows.Result.Imported(var counts) -> tell(counts, dryRun);
        case ImportRows.Result.Faulty(var errors) -> throw faulty(errors);
        case ImportRows.Result.Denied(Denial denial) -> throw refused(denial);
        case ImportRows.Result.TokenVoid() -> throw new IllegalStateException("There is no token");
      }
    }
  }

  private static RowReader source(TransferRequest wish, InputStream in) {
    return wish.file()
        .format()
        .map(format -> format.reader(in))
        .orElseGet(() -> TransferFormat.readerByContent(in));
  }

  private static RowReader counted(RowReader source, ProgressBar bar) {
    return (Set<String> columns, Predicate<ImportRecord> rows, ImportErrors errors) ->
        source.read(
            columns,
            row -> {
              bar.done(1);
              return rows.test(row);
            },
            errors);
  }

  private void tell(ImportCounts counts, boolean dryRun) {
    console.print(
        "%,d %s: %,d created, %,d updated, %,d unchanged%s"
            .formatted(
                counts.rows(),
                Plural.of(counts.rows(), "row"),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                dryRun ? " (dry run: nothing was kept)." : "."));
  }

  private static OperatorException faulty(ImportErrors errors) {
    String first =
        errors.first().stream().map(ImportCommand::shown).collect(Collectors.joining("\n  "));
    long more = errors.count() - errors.first().size();
    return new OperatorException(
        "Nothing was imported, as the file has faults:\n  "
            + first
            + (more > 0 ? "\n  and " + more + " more" : ""));
  }

  private static String shown(RowError fault) {
    return "line %d%s: %s"
        .formatted(
            fault.line(), fault.field().isEmpty() ? "" : ", " + fault.field(), fault.detail());
  }

  private static OperatorException refused(Denial denial) {
    return new OperatorException("The role of administrators does not grant it: " + denial);
  }
}
