package dev.hexdesk.application.memory;

import dev.hexdesk.application.comment.CommentQueries;
import dev.hexdesk.application.comment.CommentRepository;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.ticket.CommentHandover;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** Comments in memory, with the references that a database would guard. */
public record InMemoryComments(InMemoryDepartment department)
    implements CommentRepository, CommentQueries, CommentHandover {
  @Override
  public Storing insert(
      TicketId ticket, UserId author, CommentBody body, Visibility visibility, Instant now) {
    return department.unitOfWork.statement(
        () -> {
          if (!department.tickets.containsKey(ticket)) {
            return department.unitOfWork.refused(new Storing.UnknownTicket());
          }
          if (!department.accounts.containsKey(author)) {
            return department.unitOfWork.refused(new Storing.UnknownAuthor());
          }
          Comment comment =
              new Comment(
                  new CommentId(department.nextId()),
                  ticket,
                  Optional.of(author),
                  department.nameOf(author),
                  body,
                  visibility,
                  Version.FIRST,
                  now,
                  now);
          department.comments.put(comment.id(), comment);
          return new Storing.Stored(comment);
        });
  }

  @Override
  public Optional<Comment> findForUpdate(TicketId ticket, CommentId id) {
    return department.unitOfWork.statement(
        () ->
            Optional.ofNullable(department.comments.get(id))
                .filter(comment -> comment.ticketId().equals(ticket))
                .map(this::asOfNow));
  }

  @Override
  public Optional<Comment> find(TicketId ticket, CommentId id, CommentAccess access) {
    return findForUpdate(ticket, id).filter(comment -> access.includes(comment.visibility()));
  }

  @Override
  public Page<Comment> list(TicketId ticket, CommentAccess access, PageSelection page) {
    return department.unitOfWork.statement(
        () ->
            Paging.cut(
                department.comments.values().stream()
                    .filter(comment -> comment.ticketId().equals(ticket))
                    .filter(comment -> access.includes(comment.visibility()))
                    .map(this::asOfNow),
                Paging.Key.number(comment -> comment.id().value()),
                comment -> comment.id().value(),
                false,
                page));
  }

  @Override
  public Comment update(Comment comment) {
    return department.unitOfWork.statement(
        () -> {
          InMemoryDepartment.requireCurrent(department.comments.get(comment.id()), comment);
          department.comments.put(comment.id(), comment);
          return comment;
        });
  }

  @Override
  public void moveAll(TicketId from, TicketId to) {
    department.unitOfWork.statement(
        () -> {
          department.comments.replaceAll(
              (id, comment) ->
                  comment.ticketId().equals(from)
                      ? copy(comment, to, comment.authorId())
                      : comment);
          return true;
        });
  }

  @Override
  public boolean delete(CommentId id) {
    return department.unitOfWork.statement(() -> department.comments.remove(id) != null);
  }

  /** A comment whose author is gone has their name alone. */
  private Comment asOfNow(Comment comment) {
    return copy(
        comment, comment.ticketId(), comment.authorId().filter(department.accounts::containsKey));
  }

  private static Comment copy(Comment comment, TicketId ticket, Optional<UserId> author) {
    return new Comment(
        comment.id(),
        ticket,
        author,
        comment.authorName(),
        comment.body(),
        comment.visibility(),
        comment.version(),
        comment.createdAt(),
        comment.updatedAt());
  }
}
