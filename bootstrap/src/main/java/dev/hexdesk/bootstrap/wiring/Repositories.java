package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.persistence.authentication.JdbiFailedLoginRepository;
import dev.hexdesk.persistence.authentication.JdbiKnownNetworks;
import dev.hexdesk.persistence.comment.JdbiCommentRepository;
import dev.hexdesk.persistence.employee.JdbiEmployeeQueries;
import dev.hexdesk.persistence.employee.JdbiEmployeeRepository;
import dev.hexdesk.persistence.handover.JdbiTicketHandover;
import dev.hexdesk.persistence.idempotency.JdbiIdempotencyRepository;
import dev.hexdesk.persistence.privacy.JdbiPersonalDataEraser;
import dev.hexdesk.persistence.privacy.JdbiPersonalDataQueries;
import dev.hexdesk.persistence.statistics.JdbiTicketStatistics;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.JdbiLinkRepository;
import dev.hexdesk.persistence.ticket.JdbiTicketHistory;
import dev.hexdesk.persistence.ticket.JdbiTicketQueries;
import dev.hexdesk.persistence.ticket.JdbiTicketRepository;
import dev.hexdesk.persistence.user.JdbiCredentialRepository;
import dev.hexdesk.persistence.user.JdbiUserQueries;
import dev.hexdesk.persistence.user.JdbiUserRepository;

/** What is kept in PostgreSQL, by those who know how. */
final class Repositories {
  final JdbiUserRepository users;
  final JdbiUserQueries userQueries;
  final JdbiCredentialRepository credentials;
  final JdbiFailedLoginRepository failedLogins;
  final JdbiKnownNetworks knownNetworks;
  final JdbiEmployeeRepository employees;
  final JdbiEmployeeQueries employeeQueries;
  final JdbiTicketRepository tickets;
  final JdbiTicketHandover handover;
  final JdbiTicketQueries ticketQueries;
  final JdbiTicketHistory history;
  final JdbiCommentRepository comments;
  final JdbiLinkRepository links;
  final JdbiTicketStatistics statistics;
  final JdbiPersonalDataQueries personalData;
  final JdbiPersonalDataEraser eraser;
  final JdbiIdempotencyRepository idempotency;

  Repositories(JdbiUnitOfWork unitOfWork) {
    users = new JdbiUserRepository(unitOfWork);
    userQueries = new JdbiUserQueries(unitOfWork);
    credentials = new JdbiCredentialRepository(unitOfWork);
    failedLogins = new JdbiFailedLoginRepository(unitOfWork);
    knownNetworks = new JdbiKnownNetworks(unitOfWork);
    employees = new JdbiEmployeeRepository(unitOfWork);
    employeeQueries = new JdbiEmployeeQueries(unitOfWork);
    tickets = new JdbiTicketRepository(unitOfWork);
    handover = new JdbiTicketHandover(unitOfWork);
    ticketQueries = new JdbiTicketQueries(unitOfWork);
    history = new JdbiTicketHistory(unitOfWork);
    comments = new JdbiCommentRepository(unitOfWork);
    links = new JdbiLinkRepository(unitOfWork);
    statistics = new JdbiTicketStatistics(unitOfWork);
    personalData = new JdbiPersonalDataQueries(unitOfWork);
    eraser = new JdbiPersonalDataEraser(unitOfWork);
    idempotency = new JdbiIdempotencyRepository(unitOfWork);
  }
}
