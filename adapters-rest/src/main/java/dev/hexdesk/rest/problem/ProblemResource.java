package dev.hexdesk.rest.problem;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.http.SecurityHeaders;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Describes each kind of problem at the address that problems bear as their type. */
@Path(ApiPaths.PROBLEMS + "/{code}")
@Tag(name = "Documentation")
public final class ProblemResource {

  /** A kind of problem, for programs and people. */
  @Schema(name = "ProblemDescription", description = "A kind of problem.")
  public record Description(
      @Schema(format = "uri-reference", maxLength = 100) String type,
      @Schema(pattern = Problem.CODE, maxLength = Problem.LONGEST_CODE) String code,
      @Schema(minimum = "400", maximum = "599") int status,
      @Schema(pattern = ASCII, maxLength = 100) String title,
      @Schema(pattern = ASCII, maxLength = 1000) String meaning) {
    private static final String ASCII = "^[ -~]+$";
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=1")
  @Operation(
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
        @Content(
            mediaType = MediaType.TEXT_HTML,
            schema =
                @Schema(
                    type = "string",
                    pattern = "^<!doctype html>[\\s\\S]*$",
                    maxLength = 10_000))
      })
  public Response describeProblem(
      @PathParam("code")
          @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      pattern = Problem.CODE,
                      maxLength = Problem.LONGEST_CODE))
          String code,
      @Context UriInfo uri) {
    ProblemType type = known(code);
    return chosen(
            new Description(
                ForwardedPrefix.of(uri) + type.uri(),
                type.code(),
                type.status(),
                type.title(),
                type.meaning()))
        .build();
  }

  /** Describes the problem on a page for browsers, which are told by what they accept. */
  @GET
  @Hidden
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8;qs=0.5")
  public Response describeOnPage(@PathParam("code") String code, @Context UriInfo uri) {
    return chosen(page(known(code), ForwardedPrefix.of(uri)))
        .header(SecurityHeaders.CONTENT_SECURITY_POLICY, "default-src 'none'")
        .build();
  }

  /** Tells caches that another client may get another form. */
  private static Response.ResponseBuilder chosen(Object body) {
    return Response.ok(body).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  private static ProblemType known(String code) {
    return ProblemType.of(code).orElseThrow(ProblemException::notFound);
  }

  /** All that is put into the page is constant, or a path without quotes and angle brackets. */
  private static String page(ProblemType type, String prefix) {
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
        .formatted(
            type.title(), type.status(), type.code(), type.meaning(), prefix + ApiPaths.DOCS);
  }
}
