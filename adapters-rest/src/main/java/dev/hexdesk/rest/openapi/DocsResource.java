package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.SecurityHeaders;
import dev.hexdesk.rest.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Swagger UI, from the application's own jars alone. */
@Hidden
@Path(ApiPaths.DOCS)
public final class DocsResource {
  /**
   * The page needs its own scripts and styles; Swagger UI sets styles on elements and draws icons
   * inline.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

  private static final String INITIALIZER =
      """
      window.onload = () => {
        window.ui = SwaggerUIBundle({
          url: "../openapi.json",
          dom_id: "#swagger-ui",
          deepLinking: true,
          presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
          plugins: [SwaggerUIBundle.plugins.DownloadUrl],
          layout: "StandaloneLayout",
          validatorUrl: null
        });
      };
      """;

  /** What of Swagger UI the page loads, and as what. */
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "index.css", "text/css; charset=utf-8",
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "swagger-ui-standalone-preset.js", "text/javascript; charset=utf-8",
          "favicon-16x16.png", "image/png",
          "favicon-32x32.png", "image/png");

  /** Without the slash in front: it is looked for below the path that a proxy may add. */
  private static final URI BELOW_BASE = URI.create(ApiPaths.DOCS.substring(1) + "/");

  private final String home = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

  /** Relative links on the page need the slash. */
  @GET
  public Response docs(@jakarta.ws.rs.core.Context jakarta.ws.rs.core.UriInfo uri) {
    return uri.getRequestUri().getRawPath().endsWith("/") ? serve("index.html") : redirect();
  }

  @GET
  @Path("/{file}")
  public Response file(@PathParam("file") String file) {
    return file.equals("swagger-initializer.js")
        ? page(INITIALIZER, "text/javascript; charset=utf-8")
        : serve(file);
  }

  static Response redirect() {
    return Response.temporaryRedirect(BELOW_BASE).build();
  }

  Response serve(String file) {
    String type = Optional.ofNullable(FILES.get(file)).orElseThrow(ProblemException::notFound);
    try (InputStream content = DocsResource.class.getResourceAsStream(home + file)) {
      if (content == null) {
        throw new IllegalStateException("Swagger UI has no " + file);
      }
      return page(content.readAllBytes(), type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Response page(Object content, String type) {
    return Response.ok(content, type)
        .header("Cache-Control", "public, max-age=3600")
        .header(SecurityHeaders.CONTENT_SECURITY_POLICY, POLICY)
        .build();
  }

  private static String version() {
    try (InputStream properties =
        DocsResource.class.getResourceAsStream(
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      Properties read = new Properties();
      read.load(properties);
      return read.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
