package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ListTags;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The labels by which tickets are gathered. */
@Path(ApiPaths.BASE + "/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public final class TagResource {
  private final ListTags tags;

  public TagResource(ListTags tags) {
    this.tags = tags;
  }

  @GET
  @Requires(Permission.TICKET_READ)
  @Operation(operationId = "countTags", summary = "List the tags that tickets bear")
  @ApiResponse(
      responseCode = "200",
      description = "All tags in use, by name.",
      content = @Content(schema = @Schema(implementation = TagListResponse.class)))
  public TagListResponse list(@Auth Caller caller) {
    return switch (tags.listTags(caller.actor())) {
      case ListTags.Result.Listed(var listed) -> TagListResponse.of(listed);
      case ListTags.Result.Denied(var denial) -> throw ProblemException.denied(denial);
    };
  }
}
