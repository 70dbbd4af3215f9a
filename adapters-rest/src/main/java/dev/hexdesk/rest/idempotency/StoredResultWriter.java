package dev.hexdesk.rest.idempotency;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.idempotency.StoredResult;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.TreeMap;

/** Turns answers into what can be stored, by what writes them otherwise, and back. */
final class StoredResultWriter {
  private static final Annotation[] NONE = {};

  private final Providers providers;

  StoredResultWriter(Providers providers) {
    this.providers = providers;
  }

  StoredResult stored(Response response) {
    if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
      throw new RollbackWithResponse(response);
    }
    Map<String, String> headers = new TreeMap<>();
    response
        .getStringHeaders()
        .forEach((name, values) -> headers.put(name, String.join(",", values)));
    if (!response.hasEntity()) {
      return new StoredResult(
          response.getStatus(), headers, Bytes.of(new byte[0]), DataSubjects.NONE);
    }
    MediaType type =
        response.getMediaType() == null ? MediaType.APPLICATION_JSON_TYPE : response.getMediaType();
    headers.put(HttpHeaders.CONTENT_TYPE, type.toString());
    return new StoredResult(
        response.getStatus(),
        headers,
        Bytes.of(written(response.getEntity(), type)),
        response.getEntity() instanceof MentionsDataSubjects answer
            ? answer.subjects()
            : DataSubjects.NONE);
  }

  private <T> byte[] written(T entity, MediaType type) {
    @SuppressWarnings("unchecked") // an entity is of its class
    Class<T> kind = (Class<T>) entity.getClass();
    MessageBodyWriter<T> writer = providers.getMessageBodyWriter(kind, kind, NONE, type);
    if (writer == null) {
      throw new IllegalStateException("nothing writes " + kind + " as " + type);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      writer.writeTo(entity, kind, kind, NONE, type, new MultivaluedHashMap<>(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toByteArray();
  }

  /** The answer that was stored, for the first request and for each that repeats it. */
  static Response.ResponseBuilder response(StoredResult answer) {
    Response.ResponseBuilder response = Response.status(answer.status());
    answer.headers().forEach(response::header);
    byte[] body = answer.body().toArray();
    return body.length == 0 ? response : response.entity(body);
  }
}
