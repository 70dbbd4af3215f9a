package dev.hexdesk.bootstrap.metrics;

import com.codahale.metrics.MetricRegistry;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.PoolStats;
import com.zaxxer.hikari.metrics.dropwizard.CodahaleMetricsTrackerFactory;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.ToDoubleFunction;

/**
 * What the pool of connections tells, under the names that HikariCP's metrics have in most
 * dashboards.
 */
public final class PoolMetrics {
  private static final double NANOS = 1e-9;
  private static final double MILLIS = 1e-3;
  private static final double[] BOUNDS = {
    0.00001, 0.0001, 0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5
  };

  private final PrometheusRegistry registry;

  PoolMetrics(PrometheusRegistry registry) {
    this.registry = registry;
  }

  /** Tells Dropwizard's registry as well, as a pool can tell one alone. */
  public MetricsTrackerFactory beside(MetricRegistry dropwizard) {
    return (pool, stats) -> {
      gauge("active", "Connections that are lent out", stats, PoolStats::getActiveConnections);
      gauge("idle", "Connections that nobody has", stats, PoolStats::getIdleConnections);
      gauge("pending", "Threads that wait for a connection", stats, PoolStats::getPendingThreads);
      gauge("max", "Connections that there can be", stats, PoolStats::getMaxConnections);
      return new Tracker(new CodahaleMetricsTrackerFactory(dropwizard).create(pool, stats), this);
    };
  }

  private void gauge(String name, String help, PoolStats stats, ToDoubleFunction<PoolStats> value) {
    GaugeWithCallback.builder()
        .name("hikaricp_connections_" + name)
        .help(help)
        .callback(gauge -> gauge.call(value.applyAsDouble(stats)))
        .register(registry);
  }

  private Histogram seconds(String name, String help) {
    return Histogram.builder()
        .name("hikaricp_connections_" + name + "_seconds")
        .help(help)
        .classicOnly()
        .classicUpperBounds(BOUNDS)
        .withoutExemplars()
        .register(registry);
  }

  private static final class Tracker implements IMetricsTracker {
    private final IMetricsTracker dropwizard;
    private final Histogram waits;
    private final Histogram loans;
    private final Counter timeouts;

    Tracker(IMetricsTracker dropwizard, PoolMetrics metrics) {
      this.dropwizard = dropwizard;
      this.waits = metrics.seconds("acquire", "How long was waited for a connection");
      this.loans = metrics.seconds("usage", "How long connections were lent out");
      this.timeouts =
          Counter.builder()
              .name("hikaricp_connections_timeout_total")
              .help("Waits for a connection that were given up")
              .register(metrics.registry);
    }

    @Override
    public void recordConnectionCreatedMillis(long millis) {
      dropwizard.recordConnectionCreatedMillis(millis);
    }

    @Override
    public void recordConnectionAcquiredNanos(long nanos) {
      dropwizard.recordConnectionAcquiredNanos(nanos);
      waits.observe(nanos * NANOS);
    }

    @Override
    public void recordConnectionUsageMillis(long millis) {
      dropwizard.recordConnectionUsageMillis(millis);
      loans.observe(millis * MILLIS);
    }

    @Override
    public void recordConnectionTimeout() {
      dropwizard.recordConnectionTimeout();
      timeouts.inc();
    }

    @Override
    public void close() {
      dropwizard.close();
    }
  }
}
