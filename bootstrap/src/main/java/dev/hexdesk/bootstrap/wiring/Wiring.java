package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.authentication.AuthenticationService;
import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.application.authentication.LoginService;
import dev.hexdesk.application.authentication.LoginThrottle;
import dev.hexdesk.application.bulk.BulkService;
import dev.hexdesk.application.comment.CommentReadService;
import dev.hexdesk.application.comment.CommentService;
import dev.hexdesk.application.employee.EmployeeService;
import dev.hexdesk.application.idempotency.IdempotencyService;
import dev.hexdesk.application.privacy.ErasureService;
import dev.hexdesk.application.privacy.PersonalDataService;
import dev.hexdesk.application.setup.ResetPassword;
import dev.hexdesk.application.setup.SetUpDefaultUsers;
import dev.hexdesk.application.setup.SetupService;
import dev.hexdesk.application.statistics.StatisticsService;
import dev.hexdesk.application.ticket.LinkReadService;
import dev.hexdesk.application.ticket.LinkService;
import dev.hexdesk.application.ticket.MergeService;
import dev.hexdesk.application.ticket.TicketExpansionService;
import dev.hexdesk.application.ticket.TicketHistoryService;
import dev.hexdesk.application.ticket.TicketReadService;
import dev.hexdesk.application.ticket.TicketService;
import dev.hexdesk.application.transfer.ExportService;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.application.transfer.ImportService;
import dev.hexdesk.application.transfer.TicketImportRules;
import dev.hexdesk.application.transfer.TicketRowParser;
import dev.hexdesk.application.user.UserChangeService;
import dev.hexdesk.application.user.UserService;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.http.JettyConnectionCutter;
import dev.hexdesk.bootstrap.http.RequestBodyBuffering;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.persistence.authentication.JdbiFailedLoginRepository;
import dev.hexdesk.persistence.authentication.JdbiKnownNetworks;
import dev.hexdesk.persistence.comment.JdbiCommentRepository;
import dev.hexdesk.persistence.employee.JdbiEmployeeQueries;
import dev.hexdesk.persistence.employee.JdbiEmployeeRepository;
import dev.hexdesk.persistence.idempotency.JdbiIdempotencyRepository;
import dev.hexdesk.persistence.privacy.JdbiPersonalDataEraser;
import dev.hexdesk.persistence.privacy.JdbiPersonalDataQueries;
import dev.hexdesk.persistence.statistics.JdbiTicketStatistics;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.JdbiLinkRepository;
import dev.hexdesk.persistence.ticket.JdbiTicketHistory;
import dev.hexdesk.persistence.ticket.JdbiTicketQueries;
import dev.hexdesk.persistence.ticket.JdbiTicketRepository;
import dev.hexdesk.persistence.transfer.JdbiEmployeeImporter;
import dev.hexdesk.persistence.transfer.JdbiTicketImporter;
import dev.hexdesk.persistence.user.JdbiCredentialRepository;
import dev.hexdesk.persistence.user.JdbiUserQueries;
import dev.hexdesk.persistence.user.JdbiUserRepository;
import dev.hexdesk.rest.RestFeature;
import dev.hexdesk.rest.authentication.MeResource;
import dev.hexdesk.rest.authentication.TokenResource;
import dev.hexdesk.rest.bulk.BulkResource;
import dev.hexdesk.rest.comment.CommentResource;
import dev.hexdesk.rest.disclosure.SecurityTxtResource;
import dev.hexdesk.rest.employee.EmployeeResource;
import dev.hexdesk.rest.openapi.DocsResource;
import dev.hexdesk.rest.openapi.DocumentResource;
import dev.hexdesk.rest.openapi.RootResource;
import dev.hexdesk.rest.privacy.ErasureResource;
import dev.hexdesk.rest.privacy.PersonalDataResource;
import dev.hexdesk.rest.problem.ProblemResource;
import dev.hexdesk.rest.request.BodyMemory;
import dev.hexdesk.rest.request.BodyRules;
import dev.hexdesk.rest.statistics.StatisticsResource;
import dev.hexdesk.rest.ticket.AssigneeResource;
import dev.hexdesk.rest.ticket.LinkResource;
import dev.hexdesk.rest.ticket.MergeResource;
import dev.hexdesk.rest.ticket.TagResource;
import dev.hexdesk.rest.ticket.TicketHistoryResource;
import dev.hexdesk.rest.ticket.TicketResource;
import dev.hexdesk.rest.transfer.EmployeeTransferResource;
import dev.hexdesk.rest.transfer.StreamingDownloads;
import dev.hexdesk.rest.transfer.TicketTransferResource;
import dev.hexdesk.rest.transfer.TransferBulkhead;
import dev.hexdesk.rest.user.UserResource;
import dev.hexdesk.security.Argon2PasswordHasher;
import dev.hexdesk.security.BoundedPasswordHasher;
import dev.hexdesk.security.JwtAccessTokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts the hexagon together: adapters into services, services into resources, from top to bottom.
 */
public final class Wiring {
  /** Milliseconds are what clients see, so no moment is kept finer than they can tell. */
  private static final InstantSource CLOCK = Clock.tickMillis(Clock.systemUTC().getZone());

  /** More than the limits of callers let through, beside the logins that are looked at. */
  private static final int HASHES_WAITING = 128;

  /** Beside those whose passwords are hashed, one for each core, some have the database's turn. */
  private static final int LOGINS_BESIDE_HASHES = 2;

  /** Longer than two cores take for as many as may wait. */
  private static final Duration PATIENCE_OF_LOGINS = Duration.ofSeconds(15);

  private final RestFeature restFeature;
  private final List<Object> resources;
  private final RequestBodyBuffering bodyLoader;
  private final SetupService setup;
  private final Transfers transfers;
  private final PasswordHashCosts costs;

  /** For commands, which ask the database each time. */
  public Wiring(HexdeskConfiguration configuration, Jdbi jdbi) {
    this(configuration, new JdbiUnitOfWork(jdbi));
  }

  public Wiring(HexdeskConfiguration configuration, JdbiUnitOfWork unitOfWork) {
    RolePolicy policy = configuration.rolePolicy();

    var users = new JdbiUserRepository(unitOfWork);
    var userQueries = new JdbiUserQueries(unitOfWork);
    var credentials = new JdbiCredentialRepository(unitOfWork);
    var employees = new JdbiEmployeeRepository(unitOfWork);
    var employeeQueries = new JdbiEmployeeQueries(unitOfWork);
    var tickets = new JdbiTicketRepository(unitOfWork);
    var ticketQueries = new JdbiTicketQueries(unitOfWork);
    var history = new JdbiTicketHistory(unitOfWork);
    var comments = new JdbiCommentRepository(unitOfWork);

    var argon2 =
        new Argon2PasswordHasher(
            configuration.argon2Cost(), configuration.tokenSettings().secret());
    costs = new PasswordHashCosts(credentials, argon2);
    var hasher =
        new BoundedPasswordHasher(
            argon2, Runtime.getRuntime().availableProcessors(), HASHES_WAITING);
    var line =
        new LoginQueue(
            Runtime.getRuntime().availableProcessors() + LOGINS_BESIDE_HASHES,
            PATIENCE_OF_LOGINS,
            configuration.loginsAtOnce());
    var tokens = new JwtAccessTokens(configuration.tokenSettings(), CLOCK);

    var guard =
        new LoginThrottle(
            new JdbiFailedLoginRepository(unitOfWork),
            new JdbiKnownNetworks(unitOfWork),
            configuration.loginLimits(),
            CLOCK);
    var logins = new LoginService(credentials, hasher, line, guard, tokens, policy);
    var authentication = new AuthenticationService(credentials, tokens, policy);
    var userService =
        new UserService(unitOfWork, users, userQueries, credentials, hasher, guard, policy, CLOCK);
    var userChanges = new UserChangeService(unitOfWork, users, tickets, policy, CLOCK);
    var employeeService =
        new EmployeeService(unitOfWork, employees, employeeQueries, policy, CLOCK);
    var ticketService = new TicketService(unitOfWork, tickets, history, users, policy, CLOCK);
    var ticketReads = new TicketReadService(ticketQueries, employeeQueries, policy);
    var relations = new TicketExpansionService(employeeQueries, userQueries, policy);
    var ticketHistory = new TicketHistoryService(ticketQueries, history, policy);
    var commentService =
        new CommentService(
            unitOfWork, comments, tickets, history, policy, configuration.commentRules(), CLOCK);
    var commentReads = new CommentReadService(comments, ticketQueries, policy);

    var exports = new ExportService(ticketQueries, employeeQueries, policy);
    int mostRows = configuration.transfers().mostRows();
    ImportRows importEmployees =
        ImportService.ofEmployees(
            new JdbiEmployeeImporter(unitOfWork),
            configuration.employeeRules(),
            policy,
            CLOCK,
            mostRows);
    TicketRowParser ticketParser = new TicketRowParser(configuration.ticketRules());
    ImportRows importTickets =
        ImportService.ofTickets(
            new JdbiTicketImporter(unitOfWork, ticketParser, new TicketImportRules(policy)),
            ticketParser,
            policy,
            CLOCK,
            mostRows);
    transfers = new Transfers(exports, exports, importEmployees, importTickets, userQueries);
    var gate =
        new TransferBulkhead(
            configuration.transfers().atOnce(),
            configuration.transfers().stallTimeout().toJavaDuration());
    var downloads = new StreamingDownloads(gate, new JettyConnectionCutter());
    var merges = new MergeService(unitOfWork, tickets, comments, history, policy, CLOCK);

    var bulk = new BulkService(unitOfWork, tickets, ticketService, ticketService, commentService);
    var links = new JdbiLinkRepository(unitOfWork);
    var linkService = new LinkService(unitOfWork, tickets, links, links, history, policy, CLOCK);
    var linkReads = new LinkReadService(links, ticketQueries, policy);
    var statistics = new StatisticsService(new JdbiTicketStatistics(unitOfWork), policy, CLOCK);

    var erasures =
        new ErasureService(
            unitOfWork,
            employees,
            new JdbiPersonalDataEraser(unitOfWork),
            policy,
            new SecureRandom(),
            CLOCK);

    var personalData = new PersonalDataService(new JdbiPersonalDataQueries(unitOfWork), policy);

    setup =
        new SetupService(
            unitOfWork,
            users,
            credentials,
            hasher,
            guard,
            configuration.userRules().password(),
            new SecureRandom(),
            CLOCK);
    var bodies = new BodyMemory(configuration.heldBodies());
    var docs = new DocsResource();
    restFeature =
        new RestFeature(
            authentication,
            policy,
            new IdempotencyService(
                unitOfWork,
                new JdbiIdempotencyRepository(unitOfWork),
                policy,
                configuration.idempotencyRetention(),
                CLOCK),
            configuration.transfers().largestFile().toBytes(),
            configuration.requestLimits(),
            bodies);
    resources =
        List.of(
            new TokenResource(logins),
            new MeResource(authentication, logins, configuration.userRules().password()),
            new UserResource(
                new UserResource.UseCases(
                    userService,
                    userService,
                    userService,
                    userChanges,
                    userChanges,
                    userService,
                    userChanges),
                configuration.userRules(),
                configuration.pageLimits()),
            new EmployeeResource(
                new EmployeeResource.UseCases(
                    employeeService,
                    employeeService,
                    ticketReads,
                    employeeService,
                    ticketReads,
                    relations,
                    employeeService,
                    employeeService),
                configuration.employeeRules(),
                configuration.pageLimits(),
                CLOCK),
            new TicketResource(
                new TicketResource.UseCases(
                    ticketService,
                    ticketReads,
                    ticketReads,
                    relations,
                    ticketService,
                    ticketService),
                configuration.ticketRules(),
                configuration.pageLimits(),
                CLOCK),
            new AssigneeResource(ticketService),
            new MergeResource(merges),
            new BulkResource(bulk, configuration.ticketRules(), configuration.commentRules()),
            new LinkResource(linkReads, linkService, linkService),
            new TicketHistoryResource(ticketHistory, configuration.pageLimits()),
            new TagResource(ticketReads, configuration.pageLimits()),
            new StatisticsResource(statistics),
            new ErasureResource(erasures),
            new PersonalDataResource(personalData, downloads, CLOCK),
            new CommentResource(
                new CommentResource.UseCases(
                    commentService, commentReads, commentReads, commentService, commentService),
                configuration.commentRules(),
                configuration.pageLimits()),
            new EmployeeTransferResource(exports, importEmployees, gate, downloads),
            new TicketTransferResource(exports, importTickets, gate, downloads, CLOCK),
            new ProblemResource(),
            docs,
            new RootResource(docs),
            new SecurityTxtResource(configuration.securityContact(), CLOCK),
            new DocumentResource(() -> ApiDescription.of(configuration, resources())));
    bodyLoader =
        new RequestBodyBuffering(
            BodyRules.of(resources), bodies, configuration.bodyTimeout(), authentication);
  }

  public RestFeature restFeature() {
    return restFeature;
  }

  public RequestBodyBuffering bodyLoader() {
    return bodyLoader;
  }

  public List<Object> resources() {
    return resources;
  }

  public SetUpDefaultUsers setUpDefaultUsers() {
    return setup;
  }

  public ResetPassword resetPassword() {
    return setup;
  }

  public PasswordHashCosts costsOfUsers() {
    return costs;
  }

  public Transfers transfers() {
    return transfers;
  }
}
