package dev.hexdesk.application.memory;

import dev.hexdesk.application.authentication.KnownNetworks;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.idempotency.ScopedIdempotencyKey;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.domain.authentication.FailedLogins;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentId;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.Versioned;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole department in memory: its fakes share what they keep, as tables of a database do. */
public final class InMemoryDepartment implements Store {
  /** A user together with what they prove themselves with. */
  record Account(User user, PasswordHash hash, long epoch) {}

  final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(this);
  final Map<UserId, Account> accounts = new HashMap<>();
  final Map<String, FailedLogins> failures = new HashMap<>();
  final Map<KnownNetworks.Known, Instant> networks = new HashMap<>();
  final Map<EmployeeId, Employee> employees = new HashMap<>();
  final Map<TicketId, Ticket> tickets = new HashMap<>();
  final Map<CommentId, Comment> comments = new HashMap<>();
  final Map<InMemoryLinks.End, InMemoryLinks.Kept> links = new HashMap<>();
  final Map<InMemoryPersonalDataEraser.Order, InMemoryPersonalDataEraser.Token> erasures =
      new HashMap<>();
  final Map<Long, InMemoryHistory.Kept> history = new HashMap<>();
  final Map<ScopedIdempotencyKey, InMemoryIdempotencyRecords.Kept> idempotency = new HashMap<>();

  /** Like a sequence: what was given once is not given again, whatever becomes of it. */
  private final AtomicLong lastId = new AtomicLong();

  long nextId() {
    return lastId.incrementAndGet();
  }

  /** What the next version replaces; somebody else was sooner where that is not the one before. */
  static void requireCurrent(@Nullable Versioned kept, Versioned next) {
    if (kept == null || !kept.version().next().equals(next.version())) {
      throw new StaleVersion(next.toString());
    }
  }

  /** What a user is called now. */
  String nameOf(UserId id) {
    Account account = accounts.get(id);
    if (account == null) {
      return "?";
    }
    UserProfile profile = account.user().profile();
    return Stream.of(profile.firstName(), profile.lastName())
        .flatMap(Optional::stream)
        .map(PersonName::value)
        .collect(Collectors.joining(" "));
  }

  public int userCount() {
    return accounts.size();
  }

  /** Remembers all that is kept now; running the answer brings it back. */
  Runnable snapshot() {
    Map<UserId, Account> accountsThen = Map.copyOf(accounts);
    Map<String, FailedLogins> failuresThen = Map.copyOf(failures);
    Map<KnownNetworks.Known, Instant> networksThen = Map.copyOf(networks);
    Map<EmployeeId, Employee> employeesThen = Map.copyOf(employees);
    Map<TicketId, Ticket> ticketsThen = Map.copyOf(tickets);
    Map<CommentId, Comment> commentsThen = Map.copyOf(comments);
    Map<Long, InMemoryHistory.Kept> historyThen = Map.copyOf(history);
    Map<ScopedIdempotencyKey, InMemoryIdempotencyRecords.Kept> idempotencyThen =
        Map.copyOf(idempotency);
    Map<InMemoryLinks.End, InMemoryLinks.Kept> linksThen = Map.copyOf(links);
    Map<InMemoryPersonalDataEraser.Order, InMemoryPersonalDataEraser.Token> erasuresThen =
        Map.copyOf(erasures);
    return () -> {
      restore(erasures, erasuresThen);
      restore(accounts, accountsThen);
      restore(failures, failuresThen);
      restore(networks, networksThen);
      restore(employees, employeesThen);
      restore(tickets, ticketsThen);
      restore(comments, commentsThen);
      restore(links, linksThen);
      restore(history, historyThen);
      restore(idempotency, idempotencyThen);
    };
  }

  private static <K, V> void restore(Map<K, V> now, Map<K, V> then) {
    now.clear();
    now.putAll(then);
  }

  @Override
  public InMemoryUnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public InMemoryUsers users() {
    return new InMemoryUsers(this);
  }

  @Override
  public InMemoryUserQueries userQueries() {
    return new InMemoryUserQueries(this);
  }

  @Override
  public InMemoryCredentials credentials() {
    return new InMemoryCredentials(this);
  }

  @Override
  public InMemoryFailedLoginRepository failureCounts() {
    return new InMemoryFailedLoginRepository(this);
  }

  @Override
  public InMemoryKnownNetworks knownNetworks() {
    return new InMemoryKnownNetworks(this);
  }

  @Override
  public InMemoryEmployees employees() {
    return new InMemoryEmployees(this);
  }

  @Override
  public InMemoryEmployees employeeQueries() {
    return new InMemoryEmployees(this);
  }

  @Override
  public InMemoryTickets tickets() {
    return new InMemoryTickets(this);
  }

  @Override
  public InMemoryTickets handover() {
    return tickets();
  }

  @Override
  public InMemoryHistory history() {
    return new InMemoryHistory(this);
  }

  @Override
  public InMemoryHistory historyQueries() {
    return new InMemoryHistory(this);
  }

  @Override
  public InMemoryComments comments() {
    return new InMemoryComments(this);
  }

  @Override
  public InMemoryComments commentQueries() {
    return new InMemoryComments(this);
  }

  @Override
  public InMemoryComments commentHandover() {
    return new InMemoryComments(this);
  }

  @Override
  public InMemoryLinks links() {
    return new InMemoryLinks(this);
  }

  @Override
  public InMemoryLinks linkQueries() {
    return new InMemoryLinks(this);
  }

  @Override
  public InMemoryTickets ticketQueries() {
    return new InMemoryTickets(this);
  }

  @Override
  public InMemoryIdempotencyRecords idempotencyRecords() {
    return new InMemoryIdempotencyRecords(this);
  }
}
