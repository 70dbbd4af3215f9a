package dev.hexdesk.application.comment;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.ticket.TicketHistory;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Adds, changes and deletes comments. Whoever writes holds the ticket until the work is done, so
 * that its history has everything in the order in which it happened.
 */
public record CommentService(
    UnitOfWork unitOfWork,
    CommentRepository comments,
    TicketRepository tickets,
    TicketHistory history,
    RolePolicy policy,
    CommentRules rules,
    InstantSource clock)
    implements AddComment, ChangeComment, DeleteComment {
  @Override
  public AddComment.Result add(AddComment.Command command) {
    if (decideWriting(command.actor(), command.visibility()) instanceof Denial denial) {
      return new AddComment.Result.Denied(denial);
    }
    return unitOfWork.inTransaction(
        () ->
            tickets
                .findForUpdate(command.ticket())
                .map(ticket -> add(command, ticket))
                .orElseGet(AddComment.Result.UnknownTicket::new));
  }

  /** Nobody writes what they could not read then. */
  private Decision decideWriting(Actor actor, Visibility visibility) {
    Set<Permission> needed =
        visibility == Visibility.INTERNAL
            ? EnumSet.of(Permission.COMMENT_CREATE, Permission.COMMENT_READ_INTERNAL)
            : EnumSet.of(Permission.COMMENT_CREATE);
    return policy.decideAll(actor, needed);
  }

  private AddComment.Result add(AddComment.Command command, Ticket ticket) {
    if (!command.precondition().holdsFor(ticket.version())) {
      return new AddComment.Result.PreconditionFailed();
    }
    if (ticket.mergedInto().isPresent()) {
      return new AddComment.Result.Merged(ticket.mergedInto().get());
    }
    Instant now = clock.instant();
    CommentRepository.Storing storing =
        comments.insert(
            ticket.id(), command.actor().id(), command.body(), command.visibility(), now);
    return switch (storing) {
      case CommentRepository.Storing.Stored(Comment comment) -> {
        if (!comment.isInternal()) {
          // An internal one must not show in the moment of the last change either.
          tickets.update(ticket.answered(now));
        }
        record(command.actor(), comment, TicketAction.COMMENT_ADDED, now, addition(comment));
        yield new AddComment.Result.Added(comment);
      }
      case CommentRepository.Storing.UnknownTicket() -> new AddComment.Result.UnknownTicket();
      case CommentRepository.Storing.UnknownAuthor() -> new AddComment.Result.CallerGone();
    };
  }

  @Override
  public ChangeComment.Result change(ChangeComment.Command command) {
    if (policy.decide(command.actor(), Permission.COMMENT_CREATE) instanceof Denial denial) {
      return new ChangeComment.Result.Refused(new Refusal.Denied(denial));
    }
    return onComment(
        command.actor(),
        command.ticket(),
        () -> comments.findForUpdate(command.ticket(), command.id()),
        () -> new ChangeComment.Result.Refused(new Refusal.Unknown()),
        ChangeComment.Result.Merged::new,
        comment -> change(command, comment));
  }

  private ChangeComment.Result change(ChangeComment.Command command, Comment comment) {
    if (!command.precondition().holdsFor(comment.version())) {
      return new ChangeComment.Result.Refused(new Refusal.PreconditionFailed());
    }
    Instant now = clock.instant();
    return switch (comment.withBody(
        command.body().appliedTo(comment.body()), command.actor().id(), now, rules.editableFor())) {
      case Comment.Outcome.Unchanged(Comment same) -> new ChangeComment.Result.Changed(same);
      case Comment.Outcome.Changed(Comment after) -> {
        Comment stored = comments.update(after);
        record(
            command.actor(),
            stored,
            TicketAction.COMMENT_CHANGED,
            now,
            List.of(number(stored), said(Optional.of(comment.body()), Optional.of(stored.body()))));
        yield new ChangeComment.Result.Changed(stored);
      }
      case Comment.Outcome.NotTheAuthor() -> new ChangeComment.Result.NotTheAuthor();
      case Comment.Outcome.TooLate() -> new ChangeComment.Result.TooLate(rules.editableFor());
    };
  }

  @Override
  public DeleteComment.Result delete(DeleteComment.Command command) {
    Actor actor = command.actor();
    if (policy.decide(actor, Permission.COMMENT_DELETE) instanceof Denial denial) {
      return new DeleteComment.Result.Refused(new Refusal.Denied(denial));
    }
    return onComment(
        actor,
        command.ticket(),
        () -> comments.findForUpdate(command.ticket(), command.id()),
        () -> new DeleteComment.Result.Refused(new Refusal.Unknown()),
        DeleteComment.Result.Merged::new,
        comment -> delete(command, comment));
  }

  private DeleteComment.Result delete(DeleteComment.Command command, Comment comment) {
    if (!command.precondition().holdsFor(comment.version())) {
      return new DeleteComment.Result.Refused(new Refusal.PreconditionFailed());
    }
    if (!comments.delete(comment.id())) {
      return new DeleteComment.Result.Refused(new Refusal.Unknown());
    }
    record(
        command.actor(),
        comment,
        TicketAction.COMMENT_DELETED,
        clock.instant(),
        List.of(number(comment), said(Optional.of(comment.body()), Optional.empty())));
    return new DeleteComment.Result.Deleted();
  }

  /** Holds the ticket, and then the comment where the actor may see it. */
  private <R> R onComment(
      Actor actor,
      TicketId ticket,
      Supplier<Optional<Comment>> find,
      Supplier<R> unknown,
      Function<TicketId, R> merged,
      Function<Comment, R> work) {
    return unitOfWork.inTransaction(
        () -> {
          Optional<Ticket> held = tickets.findForUpdate(ticket);
          Optional<Comment> comment =
              held.isEmpty() ? Optional.empty() : find.get().filter(it -> maySee(actor, it));
          if (comment.isEmpty()) {
            return unknown.get();
          }
          return held.flatMap(Ticket::mergedInto)
              .map(merged)
              .orElseGet(() -> work.apply(comment.get()));
        });
  }

  private boolean maySee(Actor actor, Comment comment) {
    return !comment.isInternal() || policy.commentAccess(actor).includesInternal();
  }

  private void record(
      Actor actor, Comment comment, TicketAction action, Instant now, List<FieldChange> changes) {
    history.record(
        new TicketEvent(
            comment.ticketId(), actor.id(), now, action, comment.isInternal(), changes));
  }

  private static List<FieldChange> addition(Comment comment) {
    return List.of(
        number(comment),
        new FieldChange(
            "visibility", new FieldValue.Nothing(), FieldValue.of(comment.visibility().code())));
  }

  private static FieldChange number(Comment comment) {
    return new FieldChange(
        "comment_id", new FieldValue.Nothing(), FieldValue.of(comment.id().value()));
  }

  private static FieldChange said(Optional<CommentBody> before, Optional<CommentBody> after) {
    return new FieldChange("body", text(before), text(after));
  }

  private static FieldValue text(Optional<CommentBody> body) {
    return body.map(CommentBody::value).map(FieldValue::of).orElseGet(FieldValue.Nothing::new);
  }
}
