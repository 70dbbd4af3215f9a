package dev.hexdesk.bootstrap;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.wiring.ProgramVersion;
import dev.hexdesk.rest.http.ApiPaths;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Prints the addresses of API, documentation and admin port once the server is ready. */
final class StartupBanner {
  private final Server server;

  StartupBanner(Server server) {
    this.server = server;
  }

  void say(Console console) {
    String api = port("application").map(port -> "http://localhost:" + port).orElse("");
    String admin = port("admin").map(port -> "http://localhost:" + port).orElse("not served");
    console.print(
        """

        Hexdesk %s is ready.
          API    %2$s%3$s
          Docs   %2$s%4$s/
          Admin  %5$s  (/ready, /healthcheck, /metrics)
        Log in with the button "Authorize" on the docs page, or:
          curl -d username=admin --data-urlencode password=... %2$s%6$s
        Ctrl-C stops it.
        """
            .formatted(
                ProgramVersion.full(), api, ApiPaths.BASE, ApiPaths.DOCS, admin, ApiPaths.TOKEN));
  }

  private Optional<Integer> port(String connector) {
    return Arrays.stream(server.getConnectors())
        .filter(ServerConnector.class::isInstance)
        .map(ServerConnector.class::cast)
        .filter(each -> connector.equals(each.getName()))
        .map(ServerConnector::getLocalPort)
        .findFirst();
  }
}
