package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.http.TrustedProxies;
import dev.hexdesk.bootstrap.http.UnixSocketConnectorFactory;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.authentication.LockoutPolicies;
import dev.hexdesk.domain.comment.CommentRules;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.user.UserRules;
import dev.hexdesk.persistence.employee.UniqueContactConstraints.Contact;
import dev.hexdesk.persistence.ticket.SearchIndex;
import dev.hexdesk.rest.disclosure.SecurityContact;
import dev.hexdesk.rest.limits.RequestLimits;
import dev.hexdesk.rest.openapi.OperatorTexts;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.security.Argon2Cost;
import dev.hexdesk.security.OperatorSignature;
import dev.hexdesk.security.TokenSettings;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that an operator can choose, checked as a whole before anything starts. */
@SelfValidating
public final class HexdeskConfiguration extends Configuration {
  @NotBlank private final String dataFolder;
  @NotBlank private final String setupFile;
  @Valid private final DatabaseSection database;
  @Valid private final TokensSection tokens;
  @Valid private final PasswordsSection passwords;
  @Valid private final LoginsSection logins;
  @Valid private final FieldsSection fields;
  @Valid private final PhonesSection phones;
  @Valid private final CommentsSection comments;
  @Valid private final RolesSection roles;
  @Valid private final PagesSection pages;
  @Valid private final SearchSection search;
  @Valid private final StatisticsSection statistics;
  @Valid private final CorsSection cors;
  @Valid private final ProxiesSection proxies;
  @Valid private final RequestsSection requests;
  @Valid private final IdempotencySection idempotency;
  @Valid private final TransfersSection transfers;
  @Valid private final LimitsSection limits;
  @Valid private final ShutdownSection shutdown;
  @Valid private final ApiSection api;

  @JsonCreator
  HexdeskConfiguration(
      @JsonProperty("dataFolder") String dataFolder,
      @JsonProperty("setupFile") String setupFile,
      @JsonProperty("database") DatabaseSection database,
      @JsonProperty("tokens") TokensSection tokens,
      @JsonProperty("passwords") PasswordsSection passwords,
      @JsonProperty("logins") LoginsSection logins,
      @JsonProperty("fields") FieldsSection fields,
      @JsonProperty("phones") PhonesSection phones,
      @JsonProperty("comments") CommentsSection comments,
      @JsonProperty("roles") RolesSection roles,
      @JsonProperty("pages") PagesSection pages,
      @JsonProperty("search") SearchSection search,
      @JsonProperty("statistics") StatisticsSection statistics,
      @JsonProperty("cors") CorsSection cors,
      @JsonProperty("proxies") ProxiesSection proxies,
      @JsonProperty("requests") RequestsSection requests,
      @JsonProperty("idempotency") IdempotencySection idempotency,
      @JsonProperty("transfers") TransfersSection transfers,
      @JsonProperty("limits") LimitsSection limits,
      @JsonProperty("shutdown") ShutdownSection shutdown,
      @JsonProperty("api") ApiSection api) {
    this.dataFolder = dataFolder;
    this.setupFile = setupFile;
    this.database = database;
    this.tokens = tokens;
    this.passwords = passwords;
    this.logins = logins;
    this.fields = fields;
    this.phones = phones;
    this.comments = comments;
    this.roles = roles;
    this.pages = pages;
    this.search = search;
    this.statistics = statistics;
    this.cors = cors;
    this.proxies = proxies;
    this.requests = requests;
    this.idempotency = idempotency;
    this.transfers = transfers;
    this.limits = limits;
    this.shutdown = shutdown;
    this.api = api;
  }

  /** Errors are answered as problems by mappers of our own, whatever the file says. */
  @Override
  public void setServerFactory(ServerFactory factory) {
    if (factory instanceof AbstractServerFactory common) {
      common.setRegisterDefaultExceptionMappers(false);
    }
    super.setServerFactory(factory);
  }

  /** Checks that nobody else is believed than the proxies that are trusted. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (connectors().anyMatch(HexdeskConfiguration::believesEverybody)) {
      violations.addViolation(
          "server.useForwardedHeaders", "would believe everybody; name proxies in proxies.trusted");
    }
  }

  /**
   * Checks that clients have addresses: over a Unix domain socket only a proxy can tell them, and
   * without them failed logins would count for no address at all.
   */
  @SelfValidation
  public void checkSockets(ViolationCollector violations) {
    if (connectors().anyMatch(UnixSocketConnectorFactory.class::isInstance)
        && !trustedProxies().unixSockets()) {
      violations.addViolation(
          "proxies.trusted",
          "must name unix where a connector is a unix-socket: only the proxy there can tell the"
              + " clients' addresses, by which failed logins are counted");
    }
  }

  /**
   * Checks that the API and the operator's port are told apart, and that each has an address that
   * can be one. Whether a name is known, and a port free, shows when the server starts.
   */
  @SelfValidation
  public void checkListeners(ViolationCollector violations) {
    checkBindHosts(violations, "server.applicationConnectors", connectors());
    checkBindHosts(violations, "server.adminConnectors", adminConnectors());
    List<Listener> taken = Listener.of(connectors());
    if (Listener.of(adminConnectors()).stream().anyMatch(each -> each.isAmong(taken))) {
      violations.addViolation(
          "server.adminConnectors",
          "must have another port than server.applicationConnectors; choose them by HEXDESK_PORT"
              + " and HEXDESK_ADMIN_PORT");
    }
  }

  /** Checks that the log can be written: it would tell of that itself, where nobody looks. */
  @SelfValidation
  public void checkLogs(ViolationCollector violations) {
    LogFiles.of(getLoggingFactory(), getServerFactory())
        .faults()
        .forEach(fault -> violations.addViolation("logging", fault));
  }

  private static void checkBindHosts(
      ViolationCollector violations, String setting, Stream<ConnectorFactory> connectors) {
    Listener.of(connectors).stream()
        .map(Listener::host)
        .filter(host -> !Listener.isHost(host))
        .forEach(
            host ->
                violations.addViolation(
                    setting,
                    "'%s' is no address to listen on; bindHost takes an address or the name of this"
                            .formatted(host)
                        + " machine, without scheme and port; 0.0.0.0 is all addresses"));
  }

  /** Checks that transfers leave connections for everybody else. */
  @SelfValidation
  public void checkTransfers(ViolationCollector violations) {
    if (transfers.atOnce() >= database.poolSize()) {
      violations.addViolation(
          "transfers.atOnce", "must be less than database.poolSize, as each keeps a connection");
    }
  }

  /** Checks that neither a caller nor a kind of request can take all connections. */
  @SelfValidation
  public void checkLimits(ViolationCollector violations) {
    requireLess(violations, "limits.caller.atOnce", limits.caller().atOnce());
    requireLess(violations, "limits.sameKind.atOnce", limits.sameKind().atOnce());
    requireLess(violations, "limits.costlyReads.atOnce", limits.costlyReads().atOnce());
  }

  private void requireLess(ViolationCollector violations, String setting, int atOnce) {
    if (atOnce >= database.poolSize()) {
      violations.addViolation(
          setting, "must be less than database.poolSize, or nothing is left to others");
    }
  }

  private Stream<ConnectorFactory> connectors() {
    return switch (getServerFactory()) {
      case DefaultServerFactory several -> several.getApplicationConnectors().stream();
      case SimpleServerFactory one -> Stream.of(one.getConnector());
      default -> Stream.empty();
    };
  }

  private Stream<ConnectorFactory> adminConnectors() {
    return getServerFactory() instanceof DefaultServerFactory several
        ? several.getAdminConnectors().stream()
        : Stream.empty();
  }

  private static boolean believesEverybody(ConnectorFactory connector) {
    return connector instanceof HttpConnectorFactory http && http.isUseForwardedHeaders();
  }

  /**
   * Why the server could not keep its data, or could not make its default users, and what to do;
   * other commands need neither.
   */
  public List<String> obstacles() {
    Optional<String> data =
        database.isEmbedded() ? Obstacle.toFolder(dataFolder()) : Optional.empty();
    Optional<String> setup =
        Files.isDirectory(setupFile())
            ? Optional.of(setupFile().toAbsolutePath() + " is a folder")
            : Optional.empty();
    return Stream.concat(
            data.stream()
                .map(
                    obstacle ->
                        "dataFolder: the data can't be written: %s. HEXDESK_DATA names another folder for it."
                            .formatted(obstacle)),
            setup.stream()
                .map(obstacle -> "setupFile: %s. HEXDESK_SETUP names a file.".formatted(obstacle)))
        .toList();
  }

  public Path dataFolder() {
    return Path.of(dataFolder);
  }

  public Path setupFile() {
    return Path.of(setupFile);
  }

  public DatabaseSection database() {
    return database;
  }

  public TokenSettings tokenSettings() {
    return tokens.settings();
  }

  /** By which the server knows what comes from its own operator's commands. */
  public OperatorSignature operatorSignature() {
    return new OperatorSignature(tokenSettings().secret(), InstantSource.system());
  }

  /** Where the operator's own port is on this machine. */
  public URI adminPort() {
    if (getServerFactory() instanceof DefaultServerFactory several
        && !several.getAdminConnectors().isEmpty()
        && several.getAdminConnectors().getFirst() instanceof HttpConnectorFactory http) {
      return new Listener(http).fromThisMachine();
    }
    throw new OperatorException(
        "The server has no admin port by HTTP (server.adminConnectors in the configuration).");
  }

  public Argon2Cost argon2Cost() {
    return passwords.argon2().cost();
  }

  public LoginQueue.Bounds loginsAtOnce() {
    return logins.atOnce();
  }

  public LockoutPolicies loginLimits() {
    return logins.limits();
  }

  public UserRules userRules() {
    return fields.user().rules(passwords.rules(), phones.spelling());
  }

  public EmployeeRules employeeRules() {
    return fields.employee().rules(phones.spelling());
  }

  /** Of which contacts no two employees may have the same. */
  public Map<Contact, Boolean> uniqueContacts() {
    return Map.of(
        Contact.PHONE,
        fields.employee().phone().unique(),
        Contact.EMAIL,
        fields.employee().email().unique());
  }

  public TicketRules ticketRules() {
    return fields.ticket().rules();
  }

  public CommentRules commentRules() {
    return comments.rules(fields.comment().rule());
  }

  public RolePolicy rolePolicy() {
    return roles.policy();
  }

  public PageLimits pageLimits() {
    return pages.limits();
  }

  /** The rules by which tickets and people are searched. */
  public SearchIndex.Rules searchRules() {
    return search.rules();
  }

  public TransfersSection transfers() {
    return transfers;
  }

  /** What callers may take of this node. */
  public RequestLimits requestLimits() {
    return limits.limits();
  }

  /** How long the server goes on once it was told to stop. */
  public Duration shutdownDelay() {
    return shutdown.delay().toJavaDuration();
  }

  /** Where the calendar hangs by which tickets are counted, where a request says nothing of it. */
  public ZoneId statisticsZone() {
    return statistics.zone();
  }

  public CorsSection cors() {
    return cors;
  }

  public TrustedProxies trustedProxies() {
    return proxies.trustedProxies();
  }

  public int connectionsPerAddress() {
    return requests.connectionsPerAddress();
  }

  /** Whether frequent reads are answered in front of JAX-RS. */
  public boolean fastPath() {
    return requests.fastPath();
  }

  /** How long the head of a request may take. */
  public Duration headTimeout() {
    return requests.headTimeout().toJavaDuration();
  }

  /** How long a body that is held as a whole may take to come. */
  public Duration bodyTimeout() {
    return requests.bodyTimeout().toJavaDuration();
  }

  /** How many bytes of bodies are held at a time. */
  public long heldBodies() {
    return requests.heldBodies().toBytes();
  }

  /** How long an answer is kept to be repeated. */
  public Duration idempotencyRetention() {
    return idempotency.retention().toJavaDuration();
  }

  public OperatorTexts apiTexts() {
    return api.texts();
  }

  public SecurityContact securityContact() {
    return api.securityContact();
  }
}
