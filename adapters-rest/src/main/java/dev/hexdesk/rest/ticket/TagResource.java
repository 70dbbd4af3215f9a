package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.ListTags;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.fastpath.FastPath;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.openapi.DocumentedAnswer;
import dev.hexdesk.rest.paging.PageLimits;
import dev.hexdesk.rest.paging.PlainPageParameters;
import dev.hexdesk.rest.problem.Results;
import dev.hexdesk.rest.security.Caller;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The labels by which tickets are gathered. */
@Path(ApiPaths.BASE + "/tags")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
public record TagResource(ListTags tags, PageLimits limits) {
  @GET
  @FastPath
  @Requires(Permission.TICKET_READ)
  @Operation(summary = "List the tags that tickets bear")
  @DocumentedAnswer(description = "A page of the tags in use, by name.", body = TagPage.class)
  public Response listTags(@Auth Caller caller, @BeanParam PlainPageParameters parameters) {
    ListTags.Query query = new ListTags.Query(caller.actor(), parameters.page(limits));
    return parameters.answer(
        Results.granted(tags.listTags(query)),
        TagCountResponse.class,
        TagCountResponse::of,
        TagPage::new);
  }
}
