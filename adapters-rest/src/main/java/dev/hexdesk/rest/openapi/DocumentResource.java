package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.http.ApiPaths;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The OpenAPI document, in both of its forms. */
@Hidden
@Path(ApiPaths.BASE)
public final class DocumentResource {
  private final String json;
  private final String yaml;

  public DocumentResource(OpenAPI document) {
    this.json = DocumentTexts.json(document);
    this.yaml = DocumentTexts.yaml(document);
  }

  @GET
  @Path("/openapi.json")
  public Response json() {
    return answer(json, "application/json");
  }

  @GET
  @Path("/openapi.yaml")
  public Response yaml() {
    return answer(yaml, "application/yaml; charset=utf-8");
  }

  private static Response answer(String document, String type) {
    return Response.ok(document, type).header("Cache-Control", "public, no-cache").build();
  }
}
