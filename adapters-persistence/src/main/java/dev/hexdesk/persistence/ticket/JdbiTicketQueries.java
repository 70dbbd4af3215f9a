package dev.hexdesk.persistence.ticket;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Overdue;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketQueries;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.application.transfer.TicketRowStreams;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.KeysetList;
import dev.hexdesk.persistence.support.RowCache;
import dev.hexdesk.persistence.support.SortColumn;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Reads tickets from PostgreSQL. */
public final class JdbiTicketQueries implements TicketQueries, TicketRowStreams {
  private static final String FIND = "SELECT " + TicketTable.COLUMNS + " FROM tickets WHERE id = ?";

  private static final KeysetList<TicketSortField, Ticket> LIST =
      new KeysetList<>(
          "tickets",
          TicketTable.COLUMNS,
          (row, context) -> TicketTable.ticket(row),
          JdbiTicketQueries::sortColumn,
          ticket -> ticket.id().value());

  /** When a ticket is due, with infinity for never, as its index has it. */
  private static final String DUE = "coalesce(due_at, 'infinity'::timestamptz)";

  static final String TAGS =
      """
      SELECT tag, sum(tickets) AS tickets
        FROM tag_counts
       WHERE tag > ?
       GROUP BY tag
      HAVING sum(tickets) > 0
       ORDER BY tag
       LIMIT ?
      """;

  private static final String COUNT_TAGS =
      """
      SELECT count(*) FROM (SELECT FROM tag_counts GROUP BY tag HAVING sum(tickets) > 0) AS used
      """;

  private static final long TAGS_HAVE_NO_ID = 1;

  /** A long list in an order of its own may have to be sorted first. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than a department works on at a time; a version takes about a hundred bytes. */
  private static final int REMEMBERED = 50_000;

  private final JdbiUnitOfWork unitOfWork;
  private final RowCache<Version> versions;

  public JdbiTicketQueries(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.versions = unitOfWork.memoryOf(Table.TICKETS, REMEMBERED);
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    return versions.remember(
        id.value(),
        () -> unitOfWork.findById(FIND, id.value(), TicketTable::ticket),
        Ticket::version);
  }

  @Override
  public Optional<Version> versionOf(TicketId id) {
    return versions.recall(id.value());
  }

  @Override
  public Page<Ticket> list(TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {
    return unitOfWork.with(handle -> list(handle, filter, sort, page));
  }

  private static Page<Ticket> list(
      Handle handle, TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {
    WhereClause wanted = conditions(filter);
    List<WhereClause> ranks = ranks(handle, filter, wanted);
    return sort.field() == TicketSortField.RELEVANCE
        ? LIST.pageByRank(handle, wanted, ranks, sort.descending(), page)
        : LIST.page(handle, wanted, sort, page);
  }

  @Override
  public Page<TagCount> tags(PageSelection page) {
    return unitOfWork.with(handle -> tags(handle, page));
  }

  private static Page<TagCount> tags(Handle handle, PageSelection page) {
    String before = page.after().map(Position::sortValue).orElse("");
    if (!WhereClause.isStorable(before)) {
      throw new InvalidPosition("the list is sorted by text");
    }
    List<TagCount> found =
        handle
            .createQuery(TAGS)
            .bind(0, before)
            .bind(1, page.limit() + 1L)
            .map(
                (row, context) ->
                    new TagCount(new Tag(row.getString("tag")), row.getLong("tickets")))
            .list();
    List<TagCount> items = found.stream().limit(page.limit()).toList();
    return new Page<>(
        items,
        found.size() > items.size()
            ? Optional.of(new Position(items.getLast().tag().value(), TAGS_HAVE_NO_ID))
            : Optional.empty(),
        page.includeTotal()
            ? OptionalLong.of(handle.createQuery(COUNT_TAGS).mapTo(long.class).one())
            : OptionalLong.empty());
  }

  @Override
  public RowStream<Ticket> extract(TicketFilter filter, Sort<TicketSortField> sort) {
    return handler ->
        unitOfWork.runLong(
            PATIENCE,
            handle -> {
              extract(handle, filter, sort, handler);
              return true;
            });
  }

  private static void extract(
      Handle handle,
      TicketFilter filter,
      Sort<TicketSortField> sort,
      Consumer<? super Ticket> handler) {
    WhereClause wanted = conditions(filter);
    List<WhereClause> ranks = ranks(handle, filter, wanted);
    if (sort.field() == TicketSortField.RELEVANCE) {
      LIST.forEachByRank(handle, ranks, sort.descending(), handler);
    } else {
      LIST.forEach(handle, wanted, sort, handler);
    }
  }

  /** Hands over the tickets that are for an employee, within the transaction of the handle. */
  public static void forEachOf(
      Handle handle, EmployeeId employee, Consumer<? super Ticket> handler) {
    WhereClause wanted = new WhereClause();
    wanted.add("employee_id = ?", SqlValues.number(employee.value()));
    LIST.forEach(handle, wanted, Sort.ascending(TicketSortField.ID), handler);
  }

  /** Adds what is searched for to the conditions, and gives the lists that they fall into. */
  private static List<WhereClause> ranks(Handle handle, TicketFilter filter, WhereClause wanted) {
    return filter
        .search()
        .map(search -> SearchQuery.read(handle, search).addTo(wanted))
        .orElse(List.of(wanted));
  }

  private static SortColumn<Ticket> sortColumn(TicketSortField field) {
    return switch (field) {
      case ID -> SortColumn.number("id", ticket -> ticket.id().value());
      case PRIORITY ->
          SortColumn.number(
              "priority_rank", ticket -> TicketTable.rank(ticket.details().priority()));
      case CREATED_AT -> SortColumn.instant("created_at", Ticket::createdAt);
      case UPDATED_AT -> SortColumn.instant("updated_at", Ticket::updatedAt);
      case DUE_AT -> SortColumn.instantOrNever(DUE, ticket -> ticket.details().dueAt());
      case RELEVANCE -> throw new IllegalArgumentException("no column, but ranks");
    };
  }

  private static WhereClause conditions(TicketFilter filter) {
    WhereClause wanted = new WhereClause();
    wanted.addAnyOf(
        "status = ?",
        "status = ANY (?)",
        "text",
        filter.statuses().stream().map(TicketStatus::code).toList());
    wanted.addAnyOf(
        "priority_rank = ?",
        "priority_rank = ANY (?)",
        "smallint",
        filter.priorities().stream().map(TicketTable::rank).toList());
    filter
        .employeeId()
        .ifPresent(it -> wanted.add("employee_id = ?", SqlValues.number(it.value())));
    filter.ownerId().ifPresent(it -> wanted.add("owner_id = ?", SqlValues.number(it.value())));
    filter.assignee().ifPresent(it -> addAssignee(wanted, it));
    addPeriod(wanted, "created_at > ?", "created_at < ?", filter.created());
    addPeriod(wanted, "updated_at > ?", "updated_at < ?", filter.updated());
    if (!filter.tags().isEmpty()) {
      wanted.add(
          "tags && ?", SqlValues.array("text", filter.tags().stream().map(Tag::value).toList()));
    }
    filter.dueBefore().ifPresent(it -> wanted.add(DUE + " < ?", SqlValues.instantRoundedUp(it)));
    filter.overdue().ifPresent(it -> addOverdue(wanted, it));
    return wanted;
  }

  private static void addAssignee(WhereClause wanted, Assignee assignee) {
    switch (assignee) {
      case Assignee.User(UserId id) -> wanted.add("assignee_id = ?", SqlValues.number(id.value()));
      case Assignee.Nobody() -> wanted.add("assignee_id IS NULL");
    }
  }

  private static void addOverdue(WhereClause wanted, Overdue overdue) {
    if (overdue.wanted()) {
      wanted.add(
          DUE + " < ? AND status IN ('new', 'open', 'pending')", SqlValues.instant(overdue.now()));
    } else {
      wanted.add(
          "(" + DUE + " >= ? OR status IN ('resolved', 'closed'))",
          SqlValues.instant(overdue.now()));
    }
  }

  private static void addPeriod(
      WhereClause wanted,
      @CompileTimeConstant final String after,
      @CompileTimeConstant final String before,
      Period period) {
    period.after().ifPresent(it -> wanted.add(after, SqlValues.instant(it)));
    period.before().ifPresent(it -> wanted.add(before, SqlValues.instantRoundedUp(it)));
  }
}
