package dev.hexdesk.application.bulk;

import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.application.ticket.TicketRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hands each operation to its own use case, which checks who may do it. What is done in one unit of
 * work holds all its tickets from the beginning, so that two of these never wait for each other.
 */
public record BulkService(
    UnitOfWork unitOfWork,
    TicketRepository tickets,
    ChangeTicket change,
    DeleteTicket delete,
    AddComment comment)
    implements BulkUpdate {
  /** Ends the unit of work, so that nothing of it is kept. */
  private static final class Abandoned extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Result.Failed result;

    Abandoned(Result.Failed result) {
      super(null, null, false, false);
      this.result = result;
    }
  }

  @Override
  public Result work(Command command) {
    return command.atomic() ? allOrNothing(command.operations()) : each(command.operations());
  }

  private Result allOrNothing(List<BulkOperation> operations) {
    try {
      return unitOfWork.inTransaction(
          () -> {
            hold(operations);
            List<BulkOutcome> outcomes = new ArrayList<>();
            for (BulkOperation operation : operations) {
              BulkOutcome outcome = run(operation);
              if (!outcome.isSuccess()) {
                throw new Abandoned(new Result.Failed(outcomes.size(), outcome));
              }
              outcomes.add(outcome);
            }
            return new Result.Done(outcomes);
          });
    } catch (Abandoned abandoned) {
      return abandoned.result;
    }
  }

  private Result each(List<BulkOperation> operations) {
    if (unitOfWork.isRunning()) {
      hold(operations);
      return new Result.Done(
          operations.stream().map(each -> unitOfWork.inSavepoint(() -> run(each))).toList());
    }
    List<BulkOutcome> outcomes = new ArrayList<>();
    boolean available = true;
    for (BulkOperation operation : operations) {
      // Where the storage does not answer, nobody shall wait for that a hundred times.
      BulkOutcome outcome = available ? runIfAvailable(operation) : new BulkOutcome.Unavailable();
      available = !(outcome instanceof BulkOutcome.Unavailable);
      outcomes.add(outcome);
    }
    return new Result.Done(outcomes);
  }

  /** What was done before is done, and its sender has to hear of it. */
  private BulkOutcome runIfAvailable(BulkOperation operation) {
    try {
      return run(operation);
    } catch (StorageUnavailable away) {
      return new BulkOutcome.Unavailable();
    }
  }

  private void hold(List<BulkOperation> operations) {
    tickets.findAllForUpdate(
        operations.stream().map(BulkOperation::ticket).collect(Collectors.toSet()));
  }

  private BulkOutcome run(BulkOperation operation) {
    return switch (operation) {
      case BulkOperation.Update(ChangeTicket.Command command) ->
          new BulkOutcome.Updated(change.change(command));
      case BulkOperation.Delete(DeleteTicket.Command command) ->
          new BulkOutcome.Deleted(delete.delete(command));
      case BulkOperation.Comment(AddComment.Command command) ->
          new BulkOutcome.Commented(comment.add(command));
    };
  }
}
