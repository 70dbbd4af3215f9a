package dev.hexdesk.application.contract;

import dev.hexdesk.application.authentication.FailedLoginRepository;
import dev.hexdesk.application.authentication.KnownNetworks;
import dev.hexdesk.application.comment.CommentQueries;
import dev.hexdesk.application.comment.CommentRepository;
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

/** All ports of one store, which see each other's writes. */
public interface Store {
  UnitOfWork unitOfWork();

  UserRepository users();

  UserQueries userQueries();

  CredentialRepository credentials();

  FailedLoginRepository failureCounts();

  KnownNetworks knownNetworks();

  EmployeeRepository employees();

  EmployeeQueries employeeQueries();

  TicketRepository tickets();

  TicketHandover handover();

  TicketQueries ticketQueries();

  TicketHistory history();

  TicketHistoryQueries historyQueries();

  CommentRepository comments();

  CommentQueries commentQueries();

  CommentHandover commentHandover();

  LinkRepository links();

  LinkQueries linkQueries();

  IdempotencyRepository idempotencyRecords();
}
