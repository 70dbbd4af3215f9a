package dev.hexdesk.bootstrap.metrics;

import dev.hexdesk.application.authentication.IssueToken;
import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.persistence.support.CacheInvalidation;
import dev.hexdesk.rest.limits.RequestQueue;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.security.BoundedPasswordHasher;
import dev.hexdesk.security.JwtAccessTokens;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * All metrics of a server. Each has as many series at most as its labels have values that this
 * program knows; nothing that a client sends makes a new one.
 */
public final class ServerMetrics {
  private static final String RESULT = "result";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PoolMetrics pool = new PoolMetrics(registry);
  private final Counter problems;
  private final Counter logins;

  public ServerMetrics() {
    problems =
        Counter.builder()
            .name("hexdesk_problems_total")
            .help("Requests that were answered with a problem, by its code")
            .labelNames("code")
            .register(registry);
    Arrays.stream(ProblemType.values()).map(ProblemType::code).forEach(problems::initLabelValues);
    logins =
        Counter.builder()
            .name("hexdesk_logins_total")
            .help("Requests for a token, by their outcome")
            .labelNames("outcome")
            .register(registry);
    CountedLogins.OUTCOMES.forEach(logins::initLabelValues);
  }

  /** What is known at this moment. */
  MetricSnapshots scrape() {
    return registry.scrape();
  }

  /** To be told by the pool of connections. */
  public PoolMetrics pool() {
    return pool;
  }

  /** To be told of each problem that is answered. */
  public Consumer<ProblemType> problems() {
    return type -> problems.labelValues(type.code()).inc();
  }

  /** The same logins, each counted. */
  public IssueToken counted(IssueToken uncounted) {
    return new CountedLogins(uncounted, outcome -> logins.labelValues(outcome).inc());
  }

  /** Measures the requests of a server that is to start. */
  public RequestMetrics requests() {
    return new RequestMetrics(registry);
  }

  /** Tells which version this is. */
  public void describe(String version) {
    Info.builder()
        .name("hexdesk_build_info")
        .help("The version of the program; always 1")
        .labelNames("version")
        .register(registry)
        .addLabelValues(version);
  }

  /** Tells whether requests shall be sent here. */
  public void watch(BooleanSupplier readiness) {
    gauge(
        "hexdesk_ready",
        "1 while the server takes requests and the database answers, else 0",
        () -> readiness.getAsBoolean() ? 1 : 0);
  }

  /** Watches the memory, the threads and the other means of this process. */
  public void watchProcess() {
    JvmMemoryMetrics.builder().register(registry);
    JvmBufferPoolMetrics.builder().register(registry);
    JvmGarbageCollectorMetrics.builder().register(registry);
    JvmThreadsMetrics.builder().register(registry);
    JvmClassLoadingMetrics.builder().register(registry);
    JvmRuntimeInfoMetric.builder().register(registry);
    ProcessMetrics.builder().register(registry);
  }

  /** Watches who waits to log in, and for a hash. */
  public void watch(LoginQueue queue, BoundedPasswordHasher hasher) {
    gauge("hexdesk_logins_waiting", "Logins that wait for their turn", queue::waiting);
    gauge(
        "hexdesk_password_hashes_waiting",
        "Hashes of passwords (Argon2) that wait for a thread",
        hasher::waiting);
    gauge(
        "hexdesk_password_hashes_running",
        "Hashes of passwords (Argon2) that are being made",
        hasher::running);
    counter("hexdesk_password_hashes_total", "Hashes of passwords that were made", hasher::made);
    counter(
        "hexdesk_password_hashes_refused_total",
        "Hashes of passwords that were refused because too many waited",
        hasher::refused);
  }

  /** Watches who waits to be worked on. */
  public void watch(RequestQueue queue) {
    gauge("hexdesk_requests_running", "Requests that are worked on", queue::running);
    gauge("hexdesk_requests_waiting", "Requests that wait to be worked on", queue::waiting);
    counter(
        "hexdesk_requests_refused_total",
        "Requests that were refused because too many waited, or for too long",
        queue::refused);
  }

  /** Watches how often what is remembered of rows and of tokens saves a look at them. */
  public void watch(CacheInvalidation rows, JwtAccessTokens tokens) {
    CounterWithCallback.builder()
        .name("hexdesk_cache_requests_total")
        .help(
            "What was asked of the caches of rows and of verified tokens, by whether it was there")
        .labelNames("cache", RESULT)
        .callback(
            cache -> {
              for (CacheInvalidation.Table table : CacheInvalidation.Table.values()) {
                cache.call(rows.hits(table), table.sqlName(), "hit");
                cache.call(rows.misses(table), table.sqlName(), "miss");
              }
              cache.call(tokens.cacheHits(), "tokens", "hit");
              cache.call(tokens.cacheMisses(), "tokens", "miss");
            })
        .register(registry);
  }

  /** Tells how many tickets there are, as they were last counted. */
  public void watch(TicketCounts tickets) {
    GaugeWithCallback.builder()
        .name("hexdesk_tickets")
        .help("Tickets by status, counted once a minute at most; none where that took too long")
        .labelNames("status")
        .callback(
            gauge -> tickets.latest().forEach((status, count) -> gauge.call(count, status.code())))
        .register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(gauge -> gauge.call(value.getAsDouble()))
        .register(registry);
  }

  private void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(counter -> counter.call(value.getAsDouble()))
        .register(registry);
  }
}
