package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.ForwardedPrefix;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document, as JSON and YAML, and as JSON for tools that read no OpenAPI 3.1. */
@Hidden
@Path(ApiPaths.BASE)
public final class DocumentResource {
  private static final Pattern SERVER = Pattern.compile("(\\burl\"?\\s*:\\s*\"?)/(?=[\"\\s])");
  private static final Pattern TOKENS = Pattern.compile("(\\btokenUrl\"?\\s*:\\s*\"?)(?=/)");

  private final Supplier<OpenAPI> document;
  private final Lock making = new ReentrantLock();
  private volatile @Nullable Texts texts;

  private record Texts(String json, String yaml, String json30) {}

  /**
   * @param document asked once, for whoever reads it first: to describe everything takes longer
   *     than all else that a start does
   */
  public DocumentResource(Supplier<OpenAPI> document) {
    this.document = document;
  }

  @GET
  @Path("/openapi.json")
  public Response json(@Context UriInfo uri) {
    return answer(below(ForwardedPrefix.of(uri), texts().json()), "application/json");
  }

  @GET
  @Path("/openapi.yaml")
  public Response yaml(@Context UriInfo uri) {
    return answer(
        below(ForwardedPrefix.of(uri), texts().yaml()), "application/yaml; charset=utf-8");
  }

  @GET
  @Path("/openapi-3.0.json")
  public Response json30(@Context UriInfo uri) {
    return answer(below(ForwardedPrefix.of(uri), texts().json30()), "application/json");
  }

  private Texts texts() {
    Texts made = texts;
    if (made != null) {
      return made;
    }
    making.lock();
    try {
      made = texts;
      if (made == null) {
        OpenAPI described = document.get();
        String json = DocumentTexts.json(described);
        made = new Texts(json, DocumentTexts.yaml(described), OpenApi30.json(json));
        texts = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  /** The two addresses in the document that tools take for the server's: its own, and of tokens. */
  private static String below(String prefix, String text) {
    if (prefix.isEmpty()) {
      return text;
    }
    String path = Matcher.quoteReplacement(prefix);
    return TOKENS.matcher(SERVER.matcher(text).replaceFirst("$1" + path)).replaceFirst("$1" + path);
  }

  private static Response answer(String document, String type) {
    return Response.ok(document, type).header("Cache-Control", "public, no-cache").build();
  }
}
