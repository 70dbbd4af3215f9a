package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.bulk.BulkService;
import dev.hexdesk.application.comment.CommentReadService;
import dev.hexdesk.application.comment.CommentService;
import dev.hexdesk.application.employee.EmployeeService;
import dev.hexdesk.application.idempotency.IdempotencyService;
import dev.hexdesk.application.privacy.ErasureService;
import dev.hexdesk.application.privacy.PersonalDataService;
import dev.hexdesk.application.setup.SetupService;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.statistics.StatisticsService;
import dev.hexdesk.application.ticket.LinkReadService;
import dev.hexdesk.application.ticket.LinkService;
import dev.hexdesk.application.ticket.MergeService;
import dev.hexdesk.application.ticket.TicketExpansionService;
import dev.hexdesk.application.ticket.TicketHistoryService;
import dev.hexdesk.application.ticket.TicketReadService;
import dev.hexdesk.application.ticket.TicketService;
import dev.hexdesk.application.user.UserChangeService;
import dev.hexdesk.application.user.UserService;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.domain.access.RolePolicy;
import java.security.SecureRandom;
import java.time.InstantSource;

/** What callers can do, by the services that do it. */
final class UseCases {
  final UserService users;
  final UserChangeService userChanges;
  final EmployeeService employees;
  final TicketService tickets;
  final TicketReadService ticketReads;
  final TicketExpansionService relations;
  final TicketHistoryService history;
  final CommentService comments;
  final CommentReadService commentReads;
  final MergeService merges;
  final LinkService links;
  final LinkReadService linkReads;
  final BulkService bulk;
  final StatisticsService statistics;
  final ErasureService erasures;
  final PersonalDataService personalData;
  final IdempotencyService idempotency;
  final SetupService setup;

  UseCases(
      HexdeskConfiguration configuration,
      UnitOfWork unitOfWork,
      Repositories stored,
      Logins logins,
      RolePolicy policy,
      InstantSource clock) {
    users =
        new UserService(
            unitOfWork,
            stored.users,
            stored.userQueries,
            stored.credentials,
            logins.hasher,
            logins.throttle,
            policy,
            clock);
    userChanges = new UserChangeService(unitOfWork, stored.users, stored.handover, policy, clock);
    employees =
        new EmployeeService(unitOfWork, stored.employees, stored.employeeQueries, policy, clock);
    tickets =
        new TicketService(unitOfWork, stored.tickets, stored.history, stored.users, policy, clock);
    ticketReads = new TicketReadService(stored.ticketQueries, stored.employeeQueries, policy);
    relations = new TicketExpansionService(stored.employeeQueries, stored.userQueries, policy);
    history = new TicketHistoryService(stored.ticketQueries, stored.history, policy);
    comments =
        new CommentService(
            unitOfWork,
            stored.comments,
            stored.tickets,
            stored.history,
            policy,
            configuration.commentRules(),
            clock);
    commentReads = new CommentReadService(stored.comments, stored.ticketQueries, policy);
    merges =
        new MergeService(
            unitOfWork, stored.tickets, stored.comments, stored.history, policy, clock);
    links =
        new LinkService(
            unitOfWork, stored.tickets, stored.links, stored.links, stored.history, policy, clock);
    linkReads = new LinkReadService(stored.links, stored.ticketQueries, policy);
    bulk = new BulkService(unitOfWork, stored.tickets, tickets, tickets, comments);
    statistics = new StatisticsService(stored.statistics, policy, clock);
    SecureRandom random = new SecureRandom();
    erasures =
        new ErasureService(unitOfWork, stored.employees, stored.eraser, policy, random, clock);
    personalData = new PersonalDataService(stored.personalData, policy);
    idempotency =
        new IdempotencyService(
            unitOfWork, stored.idempotency, policy, configuration.idempotencyRetention(), clock);
    setup =
        new SetupService(
            unitOfWork,
            stored.users,
            stored.credentials,
            logins.hasher,
            logins.throttle,
            configuration.userRules().password(),
            random,
            clock);
  }
}
