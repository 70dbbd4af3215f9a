package dev.hexdesk.application.bulk;

import java.util.List;

/** Changes, deletes and comments on many tickets, one after the other; each by its own right. */
public interface BulkUpdate {
  /**
   * @param atomic whether all shall be done or none; otherwise each stands for itself
   */
  record Command(boolean atomic, List<BulkOperation> operations) {
    public Command {
      operations = List.copyOf(operations);
    }
  }

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * @param outcomes one for each operation, in their order; those of atomic work are successes
     */
    record Done(List<BulkOutcome> outcomes) implements Result {
      public Done {
        outcomes = List.copyOf(outcomes);
      }
    }

    /**
     * One operation could not be done, so none was.
     *
     * @param index of the first that could not be done
     */
    record Failed(int index, BulkOutcome outcome) implements Result {}
  }

  Result work(Command command);
}
