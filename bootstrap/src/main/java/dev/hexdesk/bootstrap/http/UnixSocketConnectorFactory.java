package dev.hexdesk.bootstrap.http;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.metrics.jetty12.InstrumentedConnectionFactory;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * A connector on a Unix domain socket, for a proxy on the same machine. The file's mode decides who
 * may connect. Of the settings of {@code http} it has all but the port and its kin.
 */
@JsonTypeName("unix-socket")
public final class UnixSocketConnectorFactory extends HttpConnectorFactory {
  /** Opens the socket to its owner and group. */
  static final String STANDARD_MODE = "rw-rw----";

  private static final int LONGEST_PATH = 80;

  @JsonProperty @NotNull private @Nullable Path path;

  @JsonProperty
  @NotNull
  @Pattern(
      regexp = "([r-][w-][x-]){3}",
      message = "must be a mode such as " + STANDARD_MODE + ", not a number")
  private String mode = STANDARD_MODE;

  /** Whether the system can bind the path; many know none beyond 104 bytes. */
  @ValidationMethod(message = "path must have at most " + LONGEST_PATH + " bytes")
  public boolean isPathShort() {
    return path == null
        || path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
  }

  @Override
  public Connector build(
      Server server, MetricRegistry metrics, String name, @Nullable ThreadPool threadPool) {
    UnixSocketConnector connector =
        new UnixSocketConnector(
            socket(),
            PosixFilePermissions.fromString(mode),
            server,
            threadPool,
            new ScheduledExecutorScheduler(),
            buildBufferPool(),
            getAcceptorThreads().orElse(-1),
            getSelectorThreads().orElse(-1),
            new InstrumentedConnectionFactory(
                buildHttpConnectionFactory(buildHttpConfiguration()),
                metrics.timer(httpConnections())));
    connector.setIdleTimeout(getIdleTimeout().toMilliseconds());
    connector.setName(name);
    return connector;
  }

  @Override
  protected String httpConnections() {
    return MetricRegistry.name(HttpConnectionFactory.class, socket().toString(), "connections");
  }

  private Path socket() {
    if (path == null) {
      throw new IllegalStateException("validation lets no connector without a path through");
    }
    return path.toAbsolutePath();
  }
}
