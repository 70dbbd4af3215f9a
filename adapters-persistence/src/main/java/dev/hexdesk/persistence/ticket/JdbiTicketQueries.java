package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketQueries;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.application.transfer.TicketRowStreams;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.KeysetList;
import dev.hexdesk.persistence.support.RowCache;
import dev.hexdesk.persistence.support.SortColumn;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import dev.hexdesk.persistence.ticket.TicketTable.Shown;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Reads tickets from PostgreSQL. */
public final class JdbiTicketQueries implements TicketQueries, TicketRowStreams {
  private static final String FIND =
      "SELECT " + TicketTable.SHOWN_COLUMNS + " FROM tickets WHERE id = ?";

  /** Its positions are those of tickets as they are stored, for so they are sorted. */
  private static final KeysetList<TicketSortField, Shown> LIST =
      new KeysetList<>(
          "tickets",
          TicketTable.SHOWN_COLUMNS,
          (row, context) -> TicketTable.shown(row),
          JdbiTicketQueries::sortColumn,
          shown -> shown.stored().id().value());

  /** The SQLSTATE that the fast way to a list raises where handovers are pending. */
  private static final String HANDED_OVER = "HD001";

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
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  /** More than a department works on at a time; a version takes about a hundred bytes. */
  private static final int CACHE_CAPACITY = 50_000;

  private final JdbiUnitOfWork unitOfWork;
  private final RowCache<Version> versions;
  private final SearchFrequencies.Reader frequencies = new SearchFrequencies.Reader();

  public JdbiTicketQueries(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.versions = unitOfWork.caches().of(Table.TICKETS, CACHE_CAPACITY);
  }

  @Override
  public Optional<Ticket> find(TicketId id) {
    return versions.remember(
        id.value(),
        () -> unitOfWork.rows().findById(FIND, id.value(), row -> TicketTable.shown(row).ticket()),
        Ticket::version);
  }

  @Override
  public Optional<Version> versionOf(TicketId id) {
    return versions.recall(id.value());
  }

  @Override
  public Page<Ticket> list(TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {
    if (unitOfWork.isRunning() || !TicketConditions.dependOnHandovers(filter)) {
      return unitOfWork.with(handle -> exactList(handle, filter, sort, page));
    }
    return unitOfWork
        .attempt(
            HANDED_OVER,
            handle ->
                list(handle, filter, TicketConditions.whereNothingIsPending(filter), sort, page))
        .orElseGet(
            () ->
                unitOfWork
                    .longTransactions()
                    .read(STATEMENT_TIMEOUT, handle -> exactList(handle, filter, sort, page)));
  }

  private Page<Ticket> exactList(
      Handle handle, TicketFilter filter, Sort<TicketSortField> sort, PageSelection page) {
    return list(handle, filter, TicketConditions.of(filter, handle), sort, page);
  }

  private Page<Ticket> list(
      Handle handle,
      TicketFilter filter,
      WhereClause wanted,
      Sort<TicketSortField> sort,
      PageSelection page) {
    List<WhereClause> ranks = ranks(handle, filter, wanted);
    Page<Shown> found =
        sort.field() == TicketSortField.RELEVANCE
            ? LIST.pageByRank(handle, wanted, ranks, sort.descending(), page)
            : LIST.page(handle, wanted, sort, page);
    return new Page<>(
        found.items().stream().map(Shown::ticket).toList(), found.next(), found.total());
  }

  @Override
  public Map<TicketId, Highlights> highlights(String search, Collection<Ticket> tickets) {
    return unitOfWork.with(
        handle ->
            SearchHighlighter.read(handle, search, frequencies.read(handle).everything(), tickets));
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
    return unitOfWork.longTransactions().stream(
        STATEMENT_TIMEOUT, (handle, handler) -> extract(handle, filter, sort, handler));
  }

  private void extract(
      Handle handle,
      TicketFilter filter,
      Sort<TicketSortField> sort,
      Consumer<? super Ticket> handler) {
    WhereClause wanted = TicketConditions.of(filter, handle);
    List<WhereClause> ranks = ranks(handle, filter, wanted);
    Consumer<Shown> show = shown -> handler.accept(shown.ticket());
    if (sort.field() == TicketSortField.RELEVANCE) {
      LIST.forEachByRank(handle, ranks, sort.descending(), show);
    } else {
      LIST.forEach(handle, wanted, sort, show);
    }
  }

  /** Hands over the tickets that are for an employee, within the transaction of the handle. */
  public static void forEachOf(
      Handle handle, EmployeeId employee, Consumer<? super Ticket> handler) {
    WhereClause wanted = new WhereClause();
    wanted.add("employee_id = ?", SqlValues.number(employee.value()));
    LIST.forEach(
        handle,
        wanted,
        Sort.ascending(TicketSortField.ID),
        shown -> handler.accept(shown.ticket()));
  }

  /** Adds what is searched for to the conditions, and gives the lists that they fall into. */
  private List<WhereClause> ranks(Handle handle, TicketFilter filter, WhereClause wanted) {
    return filter.search().map(search -> ranksOf(handle, search, wanted)).orElse(List.of(wanted));
  }

  private List<WhereClause> ranksOf(Handle handle, TicketSearch search, WhereClause wanted) {
    SearchFrequencies known = frequencies.read(handle);
    return SearchQuery.read(handle, search, known.everything()).addTo(wanted, known);
  }

  private static SortColumn<Shown> sortColumn(TicketSortField field) {
    return switch (field) {
      case ID -> SortColumn.number("id", shown -> shown.stored().id().value());
      case PRIORITY ->
          SortColumn.number(
              "priority_rank", shown -> TicketTable.rank(shown.stored().details().priority()));
      case CREATED_AT -> SortColumn.instant("created_at", shown -> shown.stored().createdAt());
      case UPDATED_AT -> SortColumn.instant("updated_at", shown -> shown.stored().updatedAt());
      case DUE_AT ->
          SortColumn.instantOrNever(
              TicketConditions.DUE, shown -> shown.stored().details().dueAt());
      case RELEVANCE -> throw new IllegalArgumentException("no column, but ranks");
    };
  }
}
