package dev.hexdesk.rest.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What a browser asks for by itself at the top of the server. */
@Hidden
@Path("/")
public final class RootResource {
  private final DocsResource docs;

  public RootResource(DocsResource docs) {
    this.docs = docs;
  }

  @GET
  public Response home() {
    return DocsResource.redirect();
  }

  @GET
  @Path("/favicon.ico")
  public Response favicon() {
    return docs.serve("favicon-32x32.png");
  }
}
