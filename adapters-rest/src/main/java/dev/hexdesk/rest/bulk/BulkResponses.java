package dev.hexdesk.rest.bulk;

import dev.hexdesk.application.bulk.BulkOperation;
import dev.hexdesk.application.bulk.BulkOutcome;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.rest.comment.CommentResponses;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemResponses;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.ticket.TicketResponses;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells of each operation what would have been answered to it by itself. */
record BulkResponses(UriInfo uri, List<BulkOperation> operations) {

  BulkResponse done(List<BulkOutcome> outcomes) {
    List<BulkResponse.Result> results = new ArrayList<>();
    outcomes.forEach(outcome -> results.add(result(results.size(), outcome)));
    return new BulkResponse(results);
  }

  private BulkResponse.Result result(int index, BulkOutcome outcome) {
    long id = operations.get(index).ticket().value();
    try {
      Response answer = answer(id, outcome);
      return new BulkResponse.Result(
          id,
          answer.getStatus(),
          answer.getHeaderString(HttpHeaders.ETAG),
          Optional.ofNullable(answer.getLocation()).map(URI::toString).orElse(null),
          null);
    } catch (ProblemException problem) {
      return new BulkResponse.Result(
          id,
          problem.type().status(),
          null,
          null,
          ProblemResponses.body(
              told(index, problem), new ProblemResponses.Place(ForwardedPrefix.of(uri), path(id))));
    }
  }

  /** The problem of what was to be done with all others or not at all. */
  ProblemException failed(int index, BulkOutcome outcome) {
    String pointer = BulkReader.pointer(index);
    Problem problem = Objects.requireNonNull(result(index, outcome).problem());
    String detail = Objects.requireNonNullElse(problem.detail(), problem.title());
    List<Problem.Fault> errors = new ArrayList<>();
    errors.add(new Problem.Fault(pointer, null, null, problem.code(), detail));
    errors.addAll(Objects.requireNonNullElse(problem.errors(), List.of()));
    return ProblemException.of(
        ProblemType.BULK_FAILED,
        "Nothing was done, as the operation at %s can't be: %s".formatted(pointer, detail),
        errors);
  }

  private static ProblemException told(int index, ProblemException problem) {
    return problem.below(BulkReader.pointer(index) + "/changes");
  }

  private Response answer(long id, BulkOutcome outcome) {
    return switch (outcome) {
      case BulkOutcome.Updated(ChangeTicket.Result result) -> TicketResponses.changed(result);
      case BulkOutcome.Deleted(DeleteTicket.Result result) -> TicketResponses.deleted(result);
      case BulkOutcome.Commented(AddComment.Result result) ->
          CommentResponses.added(result, uri.getBaseUriBuilder().path(path(id)).path("comments"));
      case BulkOutcome.Unavailable() ->
          throw ProblemException.of(
              ProblemType.UNAVAILABLE, "The database is not available at the moment.");
    };
  }

  private static String path(long id) {
    return ApiPaths.BASE + "/tickets/" + id;
  }
}
