package dev.hexdesk.rest.problem;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.SecurityHeaders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Describes each kind of problem at the address that problems bear as their type. */
@Path(ApiPaths.PROBLEMS + "/{code}")
@Tag(name = "Documentation")
public final class ProblemResource {

  /** A kind of problem, for programs and people. */
  @Schema(name = "ProblemDescription", description = "A kind of problem.")
  public record Description(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String type,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String code,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int status,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String title,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String meaning) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON + ";qs=1", MediaType.TEXT_HTML + ";qs=0.5"})
  @Operation(
      operationId = "describeProblem",
      summary = "Describe a kind of problem",
      description = "Open to everybody. A browser gets a page.")
  @ApiResponse(
      responseCode = "200",
      description = "The kind of problem.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Description.class),
            examples =
                @ExampleObject(
                    name = "last_admin",
                    value =
                        """
                        {"type": "/api/v1/problems/last_admin", "code": "last_admin", "status": 409,
                         "title": "The last administrator must stay",
                         "meaning": "Nobody would be left who can log in and administer."}\
                        """)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = "string"))
      })
  public Response describe(
      @PathParam("code") String code,
      @jakarta.ws.rs.core.Context jakarta.ws.rs.core.HttpHeaders headers) {
    ProblemType type = ProblemType.of(code).orElseThrow(ProblemException::notFound);
    boolean asPage =
        headers.getAcceptableMediaTypes().stream()
            .filter(accepted -> !accepted.isWildcardType())
            .findFirst()
            .filter(MediaType.TEXT_HTML_TYPE::isCompatible)
            .isPresent();
    return asPage
        ? Response.ok(page(type), MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
            .header(SecurityHeaders.CONTENT_SECURITY_POLICY, "default-src 'none'")
            .build()
        : Response.ok(
                new Description(
                    type.uri(), type.code(), type.status(), type.title(), type.meaning()),
                MediaType.APPLICATION_JSON_TYPE)
            .build();
  }

  /** All that is put into the page is constant, so nothing needs escaping. */
  private static String page(ProblemType type) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%1$s</title></head>
    <body>
    <h1>%1$s</h1>
    <p>HTTP status %2$d, code <code>%3$s</code></p>
    <p>%4$s</p>
    <p><a href="%5$s/">Documentation of the API</a></p>
    </body>
    </html>
    """
        .formatted(type.title(), type.status(), type.code(), type.meaning(), ApiPaths.DOCS);
  }
}
