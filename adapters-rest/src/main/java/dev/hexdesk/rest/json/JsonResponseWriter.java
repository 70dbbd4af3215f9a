package dev.hexdesk.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hexdesk.rest.problem.ProblemResponses;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes answers as JSON, with one writer for each type. Jackson's own provider looks its writer up
 * by all annotations of the resource's method, and hashing those that describe the API took a tenth
 * of a small request's time.
 */
@Produces({MediaType.APPLICATION_JSON, ProblemResponses.PROBLEM_JSON})
public final class JsonResponseWriter implements MessageBodyWriter<Record> {
  private final ObjectWriter common;
  private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

  /**
   * @param mapper as {@link ApiJson} configured it
   */
  public JsonResponseWriter(ObjectMapper mapper) {
    this.common =
        mapper
            .writer()
            .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return Record.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    if (!mediaType.getParameters().isEmpty()) {
      // What a client asked for beside the type would be told of the answer, which is UTF-8.
      headers.putSingle(
          HttpHeaders.CONTENT_TYPE, new MediaType(mediaType.getType(), mediaType.getSubtype()));
    }
    ObjectWriter writer = writer(answer);
    JsonGenerator json = writer.createGenerator(body);
    try {
      writer.writeValue(json, answer);
      json.flush();
    } finally {
      json.close(); // which hands its buffers back, and leaves the body open
    }
  }

  /** The answer as a whole. */
  public byte[] bytes(Object answer) throws IOException {
    return writer(answer).writeValueAsBytes(answer);
  }

  private ObjectWriter writer(Object answer) {
    return writers.computeIfAbsent(answer.getClass(), common::forType);
  }
}
