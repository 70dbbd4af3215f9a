package dev.hexdesk.bootstrap;

import com.codahale.metrics.health.HealthCheckRegistry;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.command.BackupCommand;
import dev.hexdesk.bootstrap.command.CheckCommand;
import dev.hexdesk.bootstrap.command.CommandFailure;
import dev.hexdesk.bootstrap.command.DatabaseCommand;
import dev.hexdesk.bootstrap.command.DemoCommand;
import dev.hexdesk.bootstrap.command.ExportCommand;
import dev.hexdesk.bootstrap.command.GarbageCollectionCommand;
import dev.hexdesk.bootstrap.command.ImportCommand;
import dev.hexdesk.bootstrap.command.LogLevelCommand;
import dev.hexdesk.bootstrap.command.OpenApiCommand;
import dev.hexdesk.bootstrap.command.PasswordCommand;
import dev.hexdesk.bootstrap.command.ReindexCommand;
import dev.hexdesk.bootstrap.command.RestoreCommand;
import dev.hexdesk.bootstrap.command.ServeCommand;
import dev.hexdesk.bootstrap.command.SetupCommand;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.config.HexdeskConfigurationFactory;
import dev.hexdesk.bootstrap.database.DurabilitySettings;
import dev.hexdesk.bootstrap.database.ManagedCacheInvalidation;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.database.PostgresDataSourceFactory;
import dev.hexdesk.bootstrap.database.SearchReindexTask;
import dev.hexdesk.bootstrap.database.SearchSetting;
import dev.hexdesk.bootstrap.database.UniquenessSetting;
import dev.hexdesk.bootstrap.health.DatabaseHealthCheck;
import dev.hexdesk.bootstrap.health.Liveness;
import dev.hexdesk.bootstrap.health.MigrationsHealthCheck;
import dev.hexdesk.bootstrap.health.ProbeServlet;
import dev.hexdesk.bootstrap.health.Readiness;
import dev.hexdesk.bootstrap.health.RecentHealth;
import dev.hexdesk.bootstrap.http.AdminPortFilter;
import dev.hexdesk.bootstrap.http.ClientDisconnectFilter;
import dev.hexdesk.bootstrap.http.ConnectionsPerAddress;
import dev.hexdesk.bootstrap.http.ForwardedRequests;
import dev.hexdesk.bootstrap.http.NormalizedPaths;
import dev.hexdesk.bootstrap.http.ProblemErrorHandler;
import dev.hexdesk.bootstrap.http.ReadableHeads;
import dev.hexdesk.bootstrap.http.RequestHeadTimeout;
import dev.hexdesk.bootstrap.logging.LogLevelTask;
import dev.hexdesk.bootstrap.metrics.PrometheusFilter;
import dev.hexdesk.bootstrap.metrics.ServerMetrics;
import dev.hexdesk.bootstrap.setup.DefaultUsers;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.bootstrap.wiring.ProgramVersion;
import dev.hexdesk.bootstrap.wiring.Wiring;
import dev.hexdesk.persistence.employee.UniqueContactConstraints;
import dev.hexdesk.persistence.support.CacheInvalidation;
import dev.hexdesk.persistence.support.CacheInvalidationListener;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.SearchIndex;
import dev.hexdesk.rest.http.RequestHeadSizeFilter;
import dev.hexdesk.rest.http.RequestIdFilter;
import dev.hexdesk.rest.json.ApiJson;
import dev.hexdesk.rest.json.JsonResponseWriter;
import dev.hexdesk.rest.request.UnknownMethodFilter;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jdbi3.JdbiFactory;
import io.dropwizard.jetty.setup.ServletEnvironment;
import io.dropwizard.util.JarLocation;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The help desk as a Dropwizard application. */
public final class HexdeskApplication extends Application<HexdeskConfiguration> {
  private static final Duration HEALTH_DEADLINE = Duration.ofSeconds(2);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(HexdeskApplication.class);

  private static final String DATABASE = "database";

  private final Console console;

  public HexdeskApplication(Console console) {
    this.console = console;
  }

  /** Runs a command as the launcher hands it over. */
  public static void main(String[] arguments) throws Exception {
    neutralizeLocale();
    Console console = Console.ofProcess();
    HexdeskApplication application = new HexdeskApplication(console);
    CommandLine commandLine = new CommandLine(application.commands(), System.getenv(), console);
    try {
      application.run(commandLine.completed(arguments));
    } catch (IOException | OperatorException unreadable) {
      CommandFailure.explain(unreadable, console);
      application.onFatalError(unreadable);
    }
  }

  /**
   * What programs read is the same wherever the operator comes from: some locales have digits of
   * their own, and what the C library knows as a time zone by a short name ({@code TZ=EST}) is none
   * of {@code java.time}'s.
   */
  private static void neutralizeLocale() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone(TimeZone.getDefault().toZoneId()));
  }

  /** As Dropwizard does it, but that usage is told by the name that operators type. */
  @Override
  public void run(String... arguments) throws Exception {
    Bootstrap<HexdeskConfiguration> bootstrap = new Bootstrap<>(this);
    addDefaultCommands(bootstrap);
    initialize(bootstrap);
    bootstrap.registerMetrics();
    ByteArrayOutputStream help = new ByteArrayOutputStream();
    ByteArrayOutputStream faults = new ByteArrayOutputStream();
    Optional<Throwable> failure =
        new Cli(new JarLocation(getClass()), bootstrap, help, faults).run(arguments);
    usage(help).ifPresent(console::print);
    usage(faults).ifPresent(console::progress);
    failure.ifPresent(this::onFatalError);
  }

  private static Optional<String> usage(ByteArrayOutputStream printed) {
    return Optional.of(printed.toString(StandardCharsets.UTF_8).stripTrailing())
        .filter(text -> !text.isEmpty())
        .map(text -> text.replaceAll("java -jar \\S+", "hexdesk"));
  }

  @Override
  public String getName() {
    return "hexdesk";
  }

  @Override
  public void initialize(Bootstrap<HexdeskConfiguration> bootstrap) {
    bootstrap.setConfigurationFactoryFactory(HexdeskConfigurationFactory.within(System.getenv()));
  }

  @Override
  protected void addDefaultCommands(Bootstrap<HexdeskConfiguration> bootstrap) {
    commands().forEach(bootstrap::addCommand);
  }

  /** What an operator can ask for. */
  List<Command> commands() {
    return List.of(
        new ServeCommand(this, console),
        new CheckCommand(console),
        new DatabaseCommand(console),
        new SetupCommand(console),
        new PasswordCommand(console),
        new ReindexCommand(console),
        new OpenApiCommand(console),
        new DemoCommand(console),
        new ImportCommand(console),
        new ExportCommand(console),
        new BackupCommand(console),
        new RestoreCommand(console),
        new LogLevelCommand(console),
        new GarbageCollectionCommand(console));
  }

  @Override
  public void run(HexdeskConfiguration configuration, Environment environment) throws Exception {
    ClientDisconnectFilter.install();
    ApiJson.configure(environment.getObjectMapper());
    ServerMetrics metrics = new ServerMetrics();
    metrics.describe(ProgramVersion.full());
    metrics.watchProcess();
    PostgresDataSourceFactory database =
        new ConfiguredDatabase(configuration, console).factory().observedBy(metrics.pool());
    PostgresDataSource dataSource = database.build(environment.metrics(), DATABASE);
    Migrations migrations = new Migrations(dataSource.withoutTimeouts());
    migrations.run();
    DurabilitySettings.warnings(dataSource).forEach(LOG::warn);
    Jdbi jdbi = new JdbiFactory().build(environment, database, dataSource, DATABASE);
    new SearchSetting(new SearchIndex(jdbi), configuration.searchRules()).check(console::progress);
    new UniquenessSetting(new UniqueContactConstraints(jdbi), configuration.uniqueContacts())
        .check(console::progress);
    CacheInvalidation changes = new CacheInvalidation();
    environment
        .lifecycle()
        .manage(
            new ManagedCacheInvalidation(
                new CacheInvalidationListener(
                    changes, dataSource.forNotifications(), dataSource::failed)));
    Readiness readiness =
        new Readiness(
            new RecentHealth(new DatabaseHealthCheck(dataSource, HEALTH_DEADLINE)),
            configuration.shutdownDelay());
    environment.lifecycle().addEventListener(readiness);
    metrics.watch(readiness);
    JdbiUnitOfWork unitOfWork = new JdbiUnitOfWork(jdbi, Optional.of(dataSource), changes);
    dataSource.whileAway(unitOfWork.longConnections()::abort);
    Wiring wiring = new Wiring(configuration, unitOfWork, readiness, metrics);
    wiring.costsOfUsers().load();
    new DefaultUsers(configuration, wiring.setUpDefaultUsers(), console).applyFirstTime();
    wiring.costsOfUsers().run();
    repeat(environment, "costs-of-users", wiring.costsOfUsers(), MINUTE, MINUTE);
    repeat(
        environment, "pending-handovers", wiring.pendingHandovers(), SECOND, Duration.ofSeconds(5));
    SearchIndex searchIndex = new SearchIndex(Jdbi.create(dataSource.withoutTimeouts()));
    repeat(environment, "search-renewal", new SearchReindexTask(searchIndex), SECOND, MINUTE);

    checkHealthOf(dataSource, migrations, environment.healthChecks());
    JsonResponseWriter json = new JsonResponseWriter(environment.getObjectMapper());
    // What is added later comes first.
    if (configuration.fastPath()) {
      addFilter(environment.servlets(), wiring.restFeature().fastPath(wiring.resources(), json));
    }
    addFilter(environment.servlets(), new RequestIdFilter());
    addFilter(environment.servlets(), new RequestHeadSizeFilter());
    addFilter(environment.servlets(), new UnknownMethodFilter());
    letThrough(UnknownMethodFilter.UNOFFERED, configuration.getServerFactory());
    environment.admin().addTask(new LogLevelTask());
    addFilter(environment.admin(), new AdminPortFilter(configuration.operatorSignature()));
    addFilter(environment.admin(), new PrometheusFilter(metrics));
    addProbe(environment.admin(), "/ready", new ProbeServlet(readiness::whyNot));
    addProbe(environment.admin(), "/live", new ProbeServlet(new Liveness()));
    configuration.cors().handler().ifPresent(environment.getApplicationContext()::insertHandler);
    ProblemErrorHandler errors =
        new ProblemErrorHandler(environment.getObjectMapper(), metrics.problems());
    environment.getApplicationContext().setErrorHandler(errors);
    environment
        .lifecycle()
        .addServerLifecycleListener(
            server -> {
              server.setErrorHandler(errors);
              new StartupBanner(server).say(console);
            });
    if (!configuration.trustedProxies().isEmpty()) {
      environment
          .lifecycle()
          .addEventListener(new ForwardedRequests(configuration.trustedProxies()));
    }
    environment.lifecycle().addEventListener(new ReadableHeads());
    environment.lifecycle().addEventListener(new NormalizedPaths());
    environment.lifecycle().addEventListener(new RequestHeadTimeout(configuration.headTimeout()));
    environment
        .lifecycle()
        .addEventListener(
            new ConnectionsPerAddress(
                configuration.connectionsPerAddress(), configuration.trustedProxies()));
    environment.lifecycle().addEventListener(wiring.admissionControl());
    environment.lifecycle().addEventListener(wiring.bodyLoader());
    environment.lifecycle().addEventListener(wiring.compressedBodies());
    environment.lifecycle().addEventListener(metrics.requests());
    environment.jersey().register(json);
    environment.jersey().register(wiring.restFeature());
    wiring.resources().forEach(environment.jersey()::register);
  }

  private static void addFilter(ServletEnvironment servlets, HttpFilter filter) {
    servlets
        .addFilter(filter.getClass().getSimpleName(), filter)
        .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
  }

  private static void addProbe(ServletEnvironment servlets, String path, ProbeServlet probe) {
    servlets.addServlet(path, probe).addMapping(path);
  }

  /** Dropwizard refuses methods before any resource sees them, without saying which are allowed. */
  private static void letThrough(String method, ServerFactory server) {
    if (server instanceof AbstractServerFactory common) {
      Set<String> allowed = new TreeSet<>(common.getAllowedMethods());
      allowed.add(method);
      common.setAllowedMethods(allowed);
    }
  }

  /**
   * Does something again and again, with so much time between the end of one run and the next.
   *
   * @param name of its thread
   * @param delay before the first run
   */
  private static void repeat(
      Environment environment, String name, Runnable task, Duration delay, Duration pause) {
    var _ =
        environment
            .lifecycle()
            .scheduledExecutorService(name, true)
            .build()
            .scheduleWithFixedDelay(
                task, delay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void checkHealthOf(
      DataSource dataSource, Migrations migrations, HealthCheckRegistry checks) {
    // Dropwizard's own has no deadline for getting a connection.
    checks.unregister(DATABASE);
    checks.register(DATABASE, new DatabaseHealthCheck(dataSource, HEALTH_DEADLINE));
    checks.register("migrations", new MigrationsHealthCheck(migrations, HEALTH_DEADLINE));
  }
}
