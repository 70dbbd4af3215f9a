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
    return onComment(
        command,
        Permission.COMMENT_CREATE,
        ChangeComment.Result.Refused::new,
        ChangeComment.Result.Merged::new,
        comment -> change(command, comment));
  }

  private ChangeComment.Result change(ChangeComment.Command command, Comment comment) {
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
    return onComment(
        command,
        Permission.COMMENT_DELETE,
        DeleteComment.Result.Refused::new,
        DeleteComment.Result.Merged::new,
        comment -> delete(command, comment));
  }

  private DeleteComment.Result delete(DeleteComment.Command command, Comment comment) {
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

  /**
   * Holds the ticket, and then the comment where the actor may see it. That the ticket is merged is
   * told before that the comment has another version.
   */
  private <R> R onComment(
      CommentCommand command,
      Permission needed,
      Function<Refusal, R> refused,
      Function<TicketId, R> merged,
      Function<Comment, R> work) {
    if (policy.decide(command.actor(), needed) instanceof Denial denial) {
      return refused.apply(new Refusal.Denied(denial));
    }
    return unitOfWork.inTransaction(
        () -> {
          Optional<Ticket> ticket = tickets.findForUpdate(command.ticket());
          Optional<Comment> comment = ticket.flatMap(held -> findForUpdate(command));
          if (comment.isEmpty()) {
            return refused.apply(new Refusal.Unknown());
          }
          Optional<TicketId> into = ticket.flatMap(Ticket::mergedInto);
          if (into.isPresent()) {
            return merged.apply(into.get());
          }
          return command.precondition().holdsFor(comment.get().version())
              ? work.apply(comment.get())
              : refused.apply(new Refusal.PreconditionFailed());
        });
  }

  private Optional<Comment> findForUpdate(CommentCommand command) {
    return comments
        .findForUpdate(command.ticket(), command.id())
        .filter(it -> maySee(command.actor(), it));
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
