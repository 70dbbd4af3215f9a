package dev.hexdesk.rest.bulk;

import dev.hexdesk.application.bulk.BulkOperation;
import dev.hexdesk.application.bulk.BulkUpdate;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.rest.comment.CommentRequest;
import dev.hexdesk.rest.json.FieldValidator;
import dev.hexdesk.rest.json.ReadOnlyMembers;
import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.ticket.ReadOnlyTicketMembers;
import dev.hexdesk.rest.ticket.TicketPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks all operations of one body and, when any is at fault, refuses it with all their faults.
 */
final class BulkReader {
  private static final List<String> KINDS = List.of("update", "delete", "comment");

  private final Actor actor;
  private final ReadOnlyTicketMembers readOnly;
  private final TicketRules ticketRules;
  private final CommentRules commentRules;
  private final List<Problem.Fault> errors = new ArrayList<>();

  BulkReader(
      Actor actor,
      ReadOnlyTicketMembers readOnly,
      TicketRules ticketRules,
      CommentRules commentRules) {
    this.actor = actor;
    this.readOnly = readOnly;
    this.ticketRules = ticketRules;
    this.commentRules = commentRules;
  }

  BulkUpdate.Command read(BulkRequest request) {
    FieldValidator fields = new FieldValidator(request.unknown());
    Checked<List<BulkOperation>> operations =
        fields.present("operations", request.operations(), all -> readAll(fields, all));
    errors.addAll(0, fields.errors(""));
    if (!errors.isEmpty()) {
      throw FieldValidator.refusal(errors);
    }
    return new BulkUpdate.Command(
        Objects.requireNonNullElse(request.atomic(), false), operations.get());
  }

  private Checked<List<BulkOperation>> readAll(
      FieldValidator fields, List<@Nullable BulkOperationRequest> all) {
    if (all.isEmpty()) {
      fields.violations().add("operations", "too_few", "must be at least 1");
      return fields.violations().unavailable("operations");
    }
    if (all.size() > BulkRequest.MOST) {
      fields.violations().add("operations", "too_many", "must be at most " + BulkRequest.MOST);
      return fields.violations().unavailable("operations");
    }
    List<Checked<BulkOperation>> checked = new ArrayList<>();
    for (BulkOperationRequest each : all) {
      checked.add(read(pointer(checked.size()), each));
    }
    return () -> checked.stream().map(Checked::get).toList();
  }

  /** Points at an operation (RFC 6901). */
  static String pointer(int index) {
    return "/operations/" + index;
  }

  private Checked<BulkOperation> read(String pointer, @Nullable BulkOperationRequest raw) {
    if (raw == null) {
      errors.add(new Problem.Fault(pointer, null, null, "required", "must be an object"));
      return new FieldValidator(null).violations().unavailable(pointer);
    }
    FieldValidator fields = new FieldValidator(raw.unknown());
    var id = fields.present("id", raw.id(), number -> ticket(fields, number));
    var condition = fields.maybe(raw.ifMatch(), text -> condition(fields, text));
    Target target = new Target(id, () -> condition.get().orElse(Precondition.NONE));
    Checked<BulkOperation> operation =
        fields.present("op", raw.op(), kind -> read(pointer, kind, raw, fields, target));
    errors.addAll(fields.errors(pointer));
    return operation;
  }

  /** The ticket that an operation changes, and the version that it has to have. */
  private record Target(Checked<TicketId> id, Checked<Precondition> condition) {}

  private Checked<BulkOperation> read(
      String pointer, String kind, BulkOperationRequest raw, FieldValidator fields, Target target) {
    return switch (kind) {
      case "update" -> {
        refuseForeign(fields, raw, List.of("changes"));
        Checked<TicketChanges> changes =
            fields.present(
                "changes",
                raw.changes(),
                patch -> changes(pointer, patch, readOnly(patch, fields, target)));
        yield () ->
            new BulkOperation.Update(
                new ChangeTicket.Command(
                    actor, target.id().get(), target.condition().get(), changes.get()));
      }
      case "comment" -> {
        refuseForeign(fields, raw, List.of("body", "visibility"));
        Checked<CommentRequest.NewComment> comment =
            new CommentRequest(raw.body(), raw.visibility(), null).checked(fields, commentRules);
        yield () ->
            new BulkOperation.Comment(
                new AddComment.Command(
                    actor,
                    target.id().get(),
                    target.condition().get(),
                    comment.get().body(),
                    comment.get().visibility()));
      }
      case "delete" -> {
        refuseForeign(fields, raw, List.of());
        yield () ->
            new BulkOperation.Delete(
                new DeleteTicket.Command(actor, target.id().get(), target.condition().get()));
      }
      default -> fields.word("op", kind, unknown -> Optional.empty(), KINDS);
    };
  }

  /** Looks the ticket up only where the changes tell something that can't be changed. */
  private ReadOnlyMembers readOnly(TicketPatch patch, FieldValidator fields, Target target) {
    Map<String, ?> unknown = patch.unknown();
    if (unknown == null || unknown.isEmpty() || !fields.violations().isEmpty()) {
      return ReadOnlyTicketMembers.ofWhatFails();
    }
    return readOnly.ofOneOfSeveral(actor, target.id().get(), target.condition().get());
  }

  private Checked<TicketChanges> changes(
      String pointer, TicketPatch patch, ReadOnlyMembers readable) {
    FieldValidator fields = new FieldValidator(patch.unknown(), readable);
    Checked<TicketChanges> changes = patch.checked(fields, ticketRules);
    errors.addAll(fields.errors(pointer + "/changes"));
    return changes;
  }

  /** Refuses members that only other kinds of operation take. */
  private static void refuseForeign(
      FieldValidator fields, BulkOperationRequest raw, List<String> own) {
    Map.of(
            "changes", Optional.ofNullable(raw.changes()),
            "body", Optional.ofNullable(raw.body()),
            "visibility", Optional.ofNullable(raw.visibility()))
        .entrySet()
        .stream()
        .filter(member -> member.getValue().isPresent() && !own.contains(member.getKey()))
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(fields::unknown);
  }

  private static Checked<TicketId> ticket(FieldValidator fields, long number) {
    if (number < 1) {
      fields.violations().add("id", "range", "must be a positive integer");
      return fields.violations().unavailable("id");
    }
    return () -> new TicketId(number);
  }

  private static Checked<Precondition> condition(FieldValidator fields, String text) {
    Optional<Precondition> condition = ConditionalRequests.ofText(text);
    if (condition.isEmpty()) {
      fields
          .violations()
          .add("if_match", "format", "must be * or a list of entity tags such as \"7\"");
      return fields.violations().unavailable("if_match");
    }
    return condition::get;
  }
}
