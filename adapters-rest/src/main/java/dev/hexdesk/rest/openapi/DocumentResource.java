package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.request.ConditionalRequests;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
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

  private record Texts(Text json, Text yaml, Text json30) {}

  /**
   * @param tag told apart from what other servers, or versions of this one, describe
   */
  private record Text(String content, EntityTag tag) {
    static Text of(String content) {
      return new Text(content, ConditionalRequests.tagOf(content));
    }

    /** With the two addresses that tools take for the server's: its own, and of tokens. */
    Text below(String prefix) {
      if (prefix.isEmpty()) {
        return this;
      }
      String path = Matcher.quoteReplacement(prefix);
      return of(
          TOKENS
              .matcher(SERVER.matcher(content).replaceFirst("$1" + path))
              .replaceFirst("$1" + path));
    }
  }

  /**
   * @param document asked once, for whoever reads it first: to describe everything takes longer
   *     than all else that a start does
   */
  public DocumentResource(Supplier<OpenAPI> document) {
    this.document = document;
  }

  @GET
  @Path("/openapi.json")
  public Response json(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(headers, texts().json().below(ForwardedPrefix.of(uri)), "application/json");
  }

  @GET
  @Path("/openapi.yaml")
  public Response yaml(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(
        headers, texts().yaml().below(ForwardedPrefix.of(uri)), "application/yaml; charset=utf-8");
  }

  @GET
  @Path("/openapi-3.0.json")
  public Response json30(@Context UriInfo uri, @Context HttpHeaders headers) {
    return answer(headers, texts().json30().below(ForwardedPrefix.of(uri)), "application/json");
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
        made =
            new Texts(
                Text.of(json),
                Text.of(DocumentTexts.yaml(described)),
                Text.of(OpenApi30.json(json)));
        texts = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  private static Response answer(HttpHeaders headers, Text text, String type) {
    Response read = ConditionalRequests.read(headers, text.tag(), text.content());
    return Response.fromResponse(read)
        .type(read.hasEntity() ? type : null)
        .header(HttpHeaders.CACHE_CONTROL, "public, no-cache")
        .build();
  }
}
