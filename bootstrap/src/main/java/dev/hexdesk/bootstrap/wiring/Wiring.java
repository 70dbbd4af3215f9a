package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.setup.ResetPassword;
import dev.hexdesk.application.setup.SetUpDefaultUsers;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.http.AdmissionControl;
import dev.hexdesk.bootstrap.http.CompressedBodies;
import dev.hexdesk.bootstrap.http.JettyConnectionCutter;
import dev.hexdesk.bootstrap.http.RequestBodyBuffering;
import dev.hexdesk.bootstrap.metrics.ServerMetrics;
import dev.hexdesk.bootstrap.metrics.TicketCounts;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.persistence.statistics.JdbiTicketCounts;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.rest.RestFeature;
import dev.hexdesk.rest.authentication.MeResource;
import dev.hexdesk.rest.authentication.TokenResource;
import dev.hexdesk.rest.bulk.BulkResource;
import dev.hexdesk.rest.comment.CommentResource;
import dev.hexdesk.rest.disclosure.SecurityTxtResource;
import dev.hexdesk.rest.employee.EmployeeResource;
import dev.hexdesk.rest.health.HealthResource;
import dev.hexdesk.rest.limits.LimitsFilter;
import dev.hexdesk.rest.limits.RequestKinds;
import dev.hexdesk.rest.limits.RequestQueue;
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
import dev.hexdesk.rest.ticket.ReadOnlyTicketMembers;
import dev.hexdesk.rest.ticket.TagResource;
import dev.hexdesk.rest.ticket.TicketHistoryResource;
import dev.hexdesk.rest.ticket.TicketResource;
import dev.hexdesk.rest.transfer.EmployeeTransferResource;
import dev.hexdesk.rest.transfer.StreamingDownloads;
import dev.hexdesk.rest.transfer.TicketTransferResource;
import dev.hexdesk.rest.transfer.TransferBulkhead;
import dev.hexdesk.rest.user.UserResource;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts the hexagon together: adapters into services, services into resources, from top to bottom.
 */
public final class Wiring {
  /** Milliseconds are what clients see, so no moment is kept finer than they can tell. */
  private static final InstantSource CLOCK = Clock.tickMillis(Clock.systemUTC().getZone());

  private final HexdeskConfiguration configuration;
  private final BooleanSupplier health;
  private final ServerMetrics metrics;
  private final Logins logins;
  private final UseCases useCases;
  private final Transfers transfers;
  private final TransferBulkhead bulkhead;
  private final StreamingDownloads downloads;
  private final RestFeature restFeature;
  private final List<Object> resources;
  private final RequestBodyBuffering bodyLoader;
  private final AdmissionControl admissionControl;
  private final CompressedBodies compressedBodies;
  private final PendingHandoverTask pendingHandovers;

  /** For commands, which ask the database each time. */
  public Wiring(HexdeskConfiguration configuration, Jdbi jdbi) {
    this(configuration, new JdbiUnitOfWork(jdbi), () -> true, new ServerMetrics());
  }

  /**
   * @param health whether requests can be answered
   * @param metrics told of what goes on
   */
  public Wiring(
      HexdeskConfiguration configuration,
      JdbiUnitOfWork unitOfWork,
      BooleanSupplier health,
      ServerMetrics metrics) {
    this.configuration = configuration;
    this.health = health;
    this.metrics = metrics;
    RolePolicy policy = configuration.rolePolicy();
    Repositories stored = new Repositories(unitOfWork);
    pendingHandovers = new PendingHandoverTask(stored.handover);
    logins = new Logins(configuration, stored, policy, CLOCK);
    metrics.watch(logins.queue, logins.hasher);
    metrics.watch(unitOfWork.invalidation(), logins.tokens);
    metrics.watch(new TicketCounts(new JdbiTicketCounts(unitOfWork)));
    useCases = new UseCases(configuration, unitOfWork, stored, logins, policy, CLOCK);
    transfers = Transfers.of(configuration, unitOfWork, stored, policy, CLOCK);
    bulkhead =
        new TransferBulkhead(
            configuration.transfers().atOnce(),
            configuration.transfers().stallTimeout().toJavaDuration());
    downloads = new StreamingDownloads(bulkhead, new JettyConnectionCutter());
    List<Object> all = new ArrayList<>(people());
    all.addAll(tickets());
    all.addAll(documentation());
    resources = List.copyOf(all);
    BodyMemory bodies = new BodyMemory(configuration.heldBodies());
    restFeature =
        new RestFeature(
            logins.authentication,
            policy,
            useCases.idempotency,
            configuration.transfers().largestFile().toBytes(),
            new LimitsFilter(configuration.requestLimits()),
            bodies,
            metrics.problems());
    BodyRules bodyRules = BodyRules.of(resources);
    compressedBodies = new CompressedBodies(bodyRules);
    RequestQueue queue = new RequestQueue(configuration.requestLimits().queue(), System::nanoTime);
    metrics.watch(queue);
    admissionControl =
        new AdmissionControl(
            queue,
            RequestKinds.of(resources),
            logins.authentication,
            configuration.cors().handler());
    bodyLoader =
        new RequestBodyBuffering(
            bodyRules, bodies, configuration.bodyTimeout(), logins.authentication);
  }

  private List<Object> people() {
    return List.of(
        new TokenResource(metrics.counted(logins.logins)),
        new MeResource(logins.authentication, logins.logins, configuration.userRules().password()),
        new UserResource(
            UserResource.UseCases.of(useCases.users, useCases.userChanges),
            configuration.userRules(),
            configuration.pageLimits()),
        new EmployeeResource(
            EmployeeResource.UseCases.of(
                useCases.employees, useCases.ticketReads, useCases.relations),
            configuration.employeeRules(),
            configuration.ticketRules(),
            configuration.pageLimits(),
            CLOCK),
        new EmployeeTransferResource(
            transfers.exportEmployees(),
            transfers.importEmployees(),
            configuration.employeeRules(),
            bulkhead,
            downloads),
        new ErasureResource(useCases.erasures),
        new PersonalDataResource(useCases.personalData, downloads, CLOCK));
  }

  private List<Object> tickets() {
    return List.of(
        new TicketResource(
            TicketResource.UseCases.of(useCases.tickets, useCases.ticketReads, useCases.relations),
            configuration.ticketRules(),
            configuration.pageLimits(),
            CLOCK),
        new AssigneeResource(useCases.tickets),
        new MergeResource(useCases.merges),
        new BulkResource(
            useCases.bulk,
            new ReadOnlyTicketMembers(useCases.ticketReads, useCases.relations),
            configuration.ticketRules(),
            configuration.commentRules()),
        new LinkResource(useCases.linkReads, useCases.links, useCases.links),
        new TicketHistoryResource(useCases.history, configuration.pageLimits()),
        new TagResource(useCases.ticketReads, configuration.pageLimits()),
        new StatisticsResource(useCases.statistics, configuration.statisticsZone()),
        new CommentResource(
            CommentResource.UseCases.of(useCases.comments, useCases.commentReads),
            configuration.commentRules(),
            configuration.pageLimits()),
        new TicketTransferResource(
            transfers.exportTickets(),
            transfers.importTickets(),
            configuration.ticketRules(),
            bulkhead,
            downloads,
            CLOCK));
  }

  private List<Object> documentation() {
    DocsResource docs = new DocsResource();
    return List.of(
        new HealthResource(health),
        new ProblemResource(),
        docs,
        new RootResource(docs),
        new SecurityTxtResource(configuration.securityContact(), CLOCK),
        new DocumentResource(() -> ApiDescription.of(configuration, resources())));
  }

  public RestFeature restFeature() {
    return restFeature;
  }

  public RequestBodyBuffering bodyLoader() {
    return bodyLoader;
  }

  public AdmissionControl admissionControl() {
    return admissionControl;
  }

  public CompressedBodies compressedBodies() {
    return compressedBodies;
  }

  public List<Object> resources() {
    return resources;
  }

  public SetUpDefaultUsers setUpDefaultUsers() {
    return useCases.setup;
  }

  public ResetPassword resetPassword() {
    return useCases.setup;
  }

  public PasswordHashCosts costsOfUsers() {
    return logins.costs;
  }

  public PendingHandoverTask pendingHandovers() {
    return pendingHandovers;
  }

  public Transfers transfers() {
    return transfers;
  }
}
