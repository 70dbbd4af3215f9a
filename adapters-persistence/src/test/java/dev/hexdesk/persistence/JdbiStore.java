package dev.hexdesk.persistence;

import dev.hexdesk.application.authentication.FailedLoginRepository;
import dev.hexdesk.application.authentication.KnownNetworks;
import dev.hexdesk.application.comment.CommentQueries;
import dev.hexdesk.application.comment.CommentRepository;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.employee.EmployeeQueries;
import dev.hexdesk.application.employee.EmployeeRepository;
import dev.hexdesk.application.idempotency.IdempotencyRepository;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.ticket.CommentHandover;
import dev.hexdesk.application.ticket.LinkQueries;
import dev.hexdesk.application.ticket.LinkRepository;
import dev.hexdesk.application.ticket.TicketHistory;
import dev.hexdesk.application.ticket.TicketHistoryQueries;
import dev.hexdesk.application.ticket.TicketQueries;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.application.user.TicketHandover;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.application.user.UserRepository;
import dev.hexdesk.persistence.authentication.JdbiFailedLoginRepository;
import dev.hexdesk.persistence.authentication.JdbiKnownNetworks;
import dev.hexdesk.persistence.comment.JdbiCommentRepository;
import dev.hexdesk.persistence.employee.JdbiEmployeeQueries;
import dev.hexdesk.persistence.employee.JdbiEmployeeRepository;
import dev.hexdesk.persistence.handover.JdbiTicketHandover;
import dev.hexdesk.persistence.idempotency.JdbiIdempotencyRepository;
import dev.hexdesk.persistence.support.CacheInvalidation;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.JdbiLinkRepository;
import dev.hexdesk.persistence.ticket.JdbiTicketHistory;
import dev.hexdesk.persistence.ticket.JdbiTicketQueries;
import dev.hexdesk.persistence.ticket.JdbiTicketRepository;
import dev.hexdesk.persistence.user.JdbiCredentialRepository;
import dev.hexdesk.persistence.user.JdbiUserQueries;
import dev.hexdesk.persistence.user.JdbiUserRepository;
import org.jdbi.v3.core.Jdbi;

/** All ports, as this adapter serves them. */
public record JdbiStore(
    UnitOfWork unitOfWork,
    UserRepository users,
    UserQueries userQueries,
    CredentialRepository credentials,
    FailedLoginRepository failureCounts,
    KnownNetworks knownNetworks,
    EmployeeRepository employees,
    EmployeeQueries employeeQueries,
    TicketRepository tickets,
    TicketHandover handover,
    TicketQueries ticketQueries,
    TicketHistory history,
    TicketHistoryQueries historyQueries,
    CommentRepository comments,
    CommentQueries commentQueries,
    CommentHandover commentHandover,
    LinkRepository links,
    LinkQueries linkQueries,
    IdempotencyRepository idempotencyRecords)
    implements Store {

  public static JdbiStore on(Jdbi jdbi) {
    return on(jdbi, new CacheInvalidation());
  }

  /** One that remembers what it has read, as far as somebody listens to changes for it. */
  public static JdbiStore on(Jdbi jdbi, CacheInvalidation invalidation) {
    JdbiUnitOfWork unitOfWork = new JdbiUnitOfWork(jdbi, invalidation);
    return new JdbiStore(
        unitOfWork,
        new JdbiUserRepository(unitOfWork),
        new JdbiUserQueries(unitOfWork),
        new JdbiCredentialRepository(unitOfWork),
        new JdbiFailedLoginRepository(unitOfWork),
        new JdbiKnownNetworks(unitOfWork),
        new JdbiEmployeeRepository(unitOfWork),
        new JdbiEmployeeQueries(unitOfWork),
        new JdbiTicketRepository(unitOfWork),
        new JdbiTicketHandover(unitOfWork),
        new JdbiTicketQueries(unitOfWork),
        new JdbiTicketHistory(unitOfWork),
        new JdbiTicketHistory(unitOfWork),
        new JdbiCommentRepository(unitOfWork),
        new JdbiCommentRepository(unitOfWork),
        new JdbiCommentRepository(unitOfWork),
        new JdbiLinkRepository(unitOfWork),
        new JdbiLinkRepository(unitOfWork),
        new JdbiIdempotencyRepository(unitOfWork));
  }
}
