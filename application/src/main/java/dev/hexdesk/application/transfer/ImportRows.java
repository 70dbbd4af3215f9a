package dev.hexdesk.application.transfer;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;

/** Takes employees or tickets over from a file, all or none of them. */
public interface ImportRows {
  /**
   * @param present looked at before anything is kept: reading a file may take minutes
   * @param dryRun only says what would become of the rows
   */
  record Command(Actor actor, ActorLookup present, RowReader rows, boolean dryRun) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Imported(ImportCounts counts) implements Result {}

    record Faulty(ImportErrors errors) implements Result {}

    record Denied(Denial denial) implements Result {}

    /** The actor's token expired or was revoked meanwhile. */
    record TokenVoid() implements Result {}
  }

  Result importRows(Command command);
}
