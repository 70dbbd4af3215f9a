package dev.hexdesk.persistence.comment;

import dev.hexdesk.application.comment.CommentQueries;
import dev.hexdesk.application.comment.CommentRepository;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.ticket.CommentHandover;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.handover.AuthorRemovals;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.KeysetList;
import dev.hexdesk.persistence.support.SortColumn;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Keeps comments in PostgreSQL. */
public record JdbiCommentRepository(JdbiUnitOfWork unitOfWork)
    implements CommentRepository, CommentQueries, CommentHandover {
  private enum SortField {
    ID
  }

  private static final String COLUMNS =
      "id, ticket_id, "
          + AuthorRemovals.AUTHOR_ID
          + ", author_name, body, internal, version, created_at, updated_at";

  private static final Map<String, Storing> UNKNOWN =
      Map.of(
          "comments_ticket_exists", new Storing.UnknownTicket(),
          "comments_author_exists", new Storing.UnknownAuthor());

  private static final String INSERT =
      """
      INSERT INTO comments (
        ticket_id, author_id, author_name, body, internal, version, created_at, updated_at)
      VALUES (
        :ticket, :author,
        coalesce((SELECT concat_ws(' ', first_name, last_name) FROM users WHERE id = :author), '?'),
        :body, :internal, 1, :now, :now)
      RETURNING
      """
          + COLUMNS;

  private static final String UPDATE =
      """
      UPDATE comments
         SET body = :body, version = :version, updated_at = :updatedAt
       WHERE id = :id AND version = :version - 1
      RETURNING
      """
          + COLUMNS;

  private static final String FIND = "SELECT " + COLUMNS + " FROM comments WHERE id = ?";

  private static final KeysetList<SortField, Comment> LIST =
      new KeysetList<>(
          "comments",
          COLUMNS,
          (row, context) -> comment(row),
          field -> SortColumn.number("id", comment -> comment.id().value()),
          comment -> comment.id().value());

  /** A ticket may have been talked about for years. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  @Override
  public Storing insert(
      TicketId ticket, UserId author, CommentBody body, Visibility visibility, Instant now) {
    return unitOfWork.write(
        UNKNOWN,
        handle ->
            new Storing.Stored(
                handle
                    .createQuery(INSERT)
                    .bind("ticket", ticket.value())
                    .bind("author", author.value())
                    .bind("body", body.value())
                    .bind("internal", visibility == Visibility.INTERNAL)
                    .bind("now", SqlValues.instant(now))
                    .map((row, context) -> comment(row))
                    .one()));
  }

  @Override
  public Optional<Comment> find(TicketId ticket, CommentId id, CommentAccess access) {
    return unitOfWork
        .rows()
        .findById(FIND, id.value(), JdbiCommentRepository::comment)
        .filter(comment -> comment.ticketId().equals(ticket))
        .filter(comment -> access.includes(comment.visibility()));
  }

  @Override
  public Optional<Comment> findForUpdate(TicketId ticket, CommentId id) {
    return unitOfWork
        .rows()
        .findForUpdate(FIND + " FOR UPDATE", id.value(), JdbiCommentRepository::comment)
        .filter(comment -> comment.ticketId().equals(ticket));
  }

  @Override
  public Page<Comment> list(TicketId ticket, CommentAccess access, PageSelection page) {
    WhereClause wanted = new WhereClause();
    wanted.add("ticket_id = ?", SqlValues.number(ticket.value()));
    InternalRows.restrict(wanted, access);
    return unitOfWork.with(handle -> LIST.page(handle, wanted, Sort.ascending(SortField.ID), page));
  }

  /**
   * Hands over the comments on all tickets that are for an employee, within the transaction of the
   * handle.
   */
  public static void forEachOf(
      Handle handle, EmployeeId employee, CommentAccess access, Consumer<? super Comment> handler) {
    WhereClause wanted = new WhereClause();
    wanted.add(
        "ticket_id IN (SELECT id FROM tickets WHERE employee_id = ?)",
        SqlValues.number(employee.value()));
    InternalRows.restrict(wanted, access);
    LIST.forEach(handle, wanted, Sort.ascending(SortField.ID), handler);
  }

  @Override
  public Comment update(Comment comment) {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(UPDATE)
                .bind("id", comment.id().value())
                .bind("body", comment.body().value())
                .bind("version", comment.version().number())
                .bind("updatedAt", SqlValues.instant(comment.updatedAt()))
                .map((row, context) -> comment(row))
                .findOne()
                .orElseThrow(() -> new StaleVersion("the comment")));
  }

  @Override
  public void moveAll(TicketId from, TicketId to) {
    if (unitOfWork.isRunning()) {
      unitOfWork.longTransactions().extend(STATEMENT_TIMEOUT);
    }
    unitOfWork.with(
        handle ->
            handle.execute(
                "UPDATE comments SET ticket_id = ? WHERE ticket_id = ?", to.value(), from.value()));
  }

  @Override
  public boolean delete(CommentId id) {
    return unitOfWork.with(
        handle -> handle.execute("DELETE FROM comments WHERE id = ?", id.value()) == 1);
  }

  private static Comment comment(ResultSet row) throws SQLException {
    long author = row.getLong("author_id");
    Optional<UserId> authorId = row.wasNull() ? Optional.empty() : Optional.of(new UserId(author));
    return new Comment(
        new CommentId(row.getLong("id")),
        new TicketId(row.getLong("ticket_id")),
        authorId,
        row.getString("author_name"),
        new CommentBody(row.getString("body")),
        row.getBoolean("internal") ? Visibility.INTERNAL : Visibility.PUBLIC,
        new Version(row.getLong("version")),
        SqlValues.instant(row, "created_at"),
        SqlValues.instant(row, "updated_at"));
  }
}
