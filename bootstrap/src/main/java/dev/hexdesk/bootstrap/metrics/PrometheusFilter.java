package dev.hexdesk.bootstrap.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * Answers {@code /metrics} in Prometheus' formats to those who ask for one of them, as Prometheus
 * does. Everybody else gets Dropwizard's JSON.
 */
public final class PrometheusFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final String PATH = "/metrics";

  private final transient ServerMetrics metrics;
  private final transient ExpositionFormatWriter plain = PrometheusTextFormatWriter.create();
  private final transient ExpositionFormatWriter open = OpenMetricsTextFormatWriter.create();

  public PrometheusFilter(ServerMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!PATH.equals(request.getRequestURI())) {
      chain.doFilter(request, response);
      return;
    }
    response.addHeader("Vary", "Accept");
    Optional<ExpositionFormatWriter> format = formatFor(request);
    if (format.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setContentType(format.get().getContentType());
    response.setHeader("Cache-Control", "no-store");
    format.get().write(response.getOutputStream(), metrics.scrape());
  }

  /** Empty for JSON, which whoever takes anything gets. */
  private Optional<ExpositionFormatWriter> formatFor(HttpServletRequest request) {
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    Collections.list(request.getHeaders("Accept")).forEach(accepted::addValue);
    for (String range : accepted) {
      String type = range.replaceFirst("\\s*;.*", "");
      switch (type) {
        case "application/openmetrics-text" -> {
          return Optional.of(open);
        }
        case "text/plain", "text/*" -> {
          return Optional.of(plain);
        }
        case "application/json", "application/*", "*/*" -> {
          return Optional.empty();
        }
        default -> {
          // Nothing that there is here.
        }
      }
    }
    return Optional.empty();
  }
}
