package dev.hexdesk.bootstrap.metrics;

import dev.hexdesk.bootstrap.http.OutermostHandler;
import dev.hexdesk.rest.http.RouteTemplates;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * How long each request of the API took, from the end of its head to the end of its answer, by what
 * it asked for and how it was answered. Whatever the paths and methods of clients are, there are
 * only as many series as there are templates and methods that are known here.
 */
public final class RequestMetrics extends OutermostHandler {
  /** Where no method takes the request. */
  private static final String UNMATCHED = "unmatched";

  /** For a client that went away before the answer was whole. */
  private static final String ABORTED = "aborted";

  private static final String OTHER = "other";
  private static final String ADMIN_PORT = "admin";
  private static final double NANOS = 1e-9;
  private static final double[] BOUNDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final String[] STATUSES =
      IntStream.range(0, 600).mapToObj(Integer::toString).toArray(String[]::new);

  private final Histogram seconds;

  RequestMetrics(PrometheusRegistry registry) {
    seconds =
        Histogram.builder()
            .name("http_server_requests_seconds")
            .help("Requests of the API, from the end of their heads to the end of the answers")
            .labelNames("method", "uri", "status")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .withoutExemplars()
            .register(registry);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (ADMIN_PORT.equals(request.getConnectionMetaData().getConnector().getName())) {
      return super.handle(request, response, callback);
    }
    Measured measured = new Measured(request, response, callback, seconds);
    boolean handled;
    try {
      handled = super.handle(request, response, measured);
    } catch (Exception | Error defect) {
      measured.record(statusOf(defect));
      throw defect;
    }
    if (!handled) {
      measured.record(STATUSES[HttpStatus.NOT_FOUND_404]);
    }
    return handled;
  }

  private static String statusOf(Throwable failure) {
    return switch (failure) {
      case HttpException refused -> status(refused.getCode());
      case QuietException gone -> ABORTED;
      default -> STATUSES[HttpStatus.INTERNAL_SERVER_ERROR_500];
    };
  }

  private static String status(int code) {
    return code >= 0 && code < STATUSES.length ? STATUSES[code] : OTHER;
  }

  /** Measures the time until the answer is whole, or can't be. */
  private static final class Measured extends Callback.Nested {
    private final Request request;
    private final Response response;
    private final Histogram seconds;

    Measured(Request request, Response response, Callback callback, Histogram seconds) {
      super(callback);
      this.request = request;
      this.response = response;
      this.seconds = seconds;
    }

    @Override
    public void succeeded() {
      record(status(response.getStatus()));
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      record(statusOf(failure));
      super.failed(failure);
    }

    private void record(String status) {
      String method = request.getMethod();
      seconds
          .labelValues(
              METHODS.contains(method) ? method : OTHER,
              request.getAttribute(RouteTemplates.ATTRIBUTE) instanceof String template
                  ? template
                  : UNMATCHED,
              status)
          .observe((System.nanoTime() - request.getHeadersNanoTime()) * NANOS);
    }
  }
}
