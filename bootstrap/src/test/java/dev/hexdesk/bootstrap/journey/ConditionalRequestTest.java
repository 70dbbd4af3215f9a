package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads that spare what the client has, and writes that lose nothing (RFC 9110, section 13). */
class ConditionalRequestTest extends Journey {
  private String path;
  private ObjectNode body;
  private ServerResponse first;

  enum Kind {
    USER,
    EMPLOYEE,
    TICKET
  }

  /** Large enough for its answer to be compressed. */
  private void create(Kind kind) {
    body =
        switch (kind) {
          case USER -> ServerFixture.userBody("support").put("first_name", "A".repeat(64));
          case EMPLOYEE -> ServerFixture.employeeBody().put("address", "Long Street ".repeat(16));
          case TICKET ->
              ServerFixture.ticketBody(given.employee()).put("description", "long ".repeat(500));
        };
    String list =
        switch (kind) {
          case USER -> "/users";
          case EMPLOYEE -> "/employees";
          case TICKET -> "/tickets";
        };
    first = as(admin).post(list, body).expect(201);
    body.remove("password");
    path = list + "/" + first.id();
  }

  private ServerResponse change(Kind kind) {
    return as(admin)
        .patch(path, Json.object(kind == Kind.TICKET ? "title" : "first_name", "Changed"))
        .expect(200);
  }

  private ServerResponse read(String ifNoneMatch) {
    return as(admin).with("If-None-Match", ifNoneMatch).get(path);
  }

  @ParameterizedTest
  @EnumSource
  void aClientWhoHasTheVersionIsTold304(Kind kind) {
    create(kind);

    for (String tag :
        new String[] {first.etag(), "\"other\", " + first.etag(), "W/" + first.etag(), "*"}) {
      ServerResponse spared = read(tag).expect(304);
      assertThat(spared.body()).isEmpty();
      assertThat(spared.etag()).isEqualTo(first.etag());
      assertThat(spared.header("Cache-Control")).isEqualTo("private, no-cache");
    }
    read("\"other\"").expect(200);
    read("no tag").expectProblem(400, "malformed_request");
    change(kind);
    read(first.etag()).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfAVersionThatHasMovedOnIsRefused(Kind kind) {
    create(kind);
    ServerResponse changed = change(kind);
    TestClient late = as(admin).with("If-Match", first.etag() + ", \"other\"");

    late.put(path, body).expectProblem(412, "precondition_failed");
    late.patch(path, Json.object()).expectProblem(412, "precondition_failed");
    late.delete(path).expectProblem(412, "precondition_failed");
    as(admin)
        .with("If-Match", "W/" + first.etag())
        .delete(path)
        .expectProblem(412, "precondition_failed");
    assertThat(as(admin).get(path).expect(200).etag()).isEqualTo(changed.etag());
  }

  @ParameterizedTest
  @EnumSource
  void aChangeOfThePresentVersionIsMade(Kind kind) {
    create(kind);
    ServerResponse changed = change(kind);

    ServerResponse replaced =
        as(admin).with("If-Match", "\"other\", " + changed.etag()).put(path, body).expect(200);
    assertThat(replaced.etag()).isNotEqualTo(changed.etag());
    as(admin).with("If-Match", replaced.etag()).patch(path, Json.object()).expect(200);
    as(admin).with("If-Match", "*").delete(path).expect(204);
  }

  @ParameterizedTest
  @EnumSource
  void theTagOfACompressedAnswerServesAsWell(Kind kind) throws IOException {
    create(kind);
    TestClient compressing = as(admin).with("Accept-Encoding", "gzip");

    ServerResponse compressed = compressing.get(path).expect(200);

    byte[] body = compressed.body();
    if (compressed.header("Content-Encoding").equals("gzip")) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    } else {
      assertThat(kind).as("small enough to go as it is").isNotEqualTo(Kind.TICKET);
    }
    assertThat(Json.read(body)).isEqualTo(first.json());
    assertThat(compressed.header("Vary")).contains("Accept-Encoding");
    compressing.with("If-None-Match", compressed.etag()).get(path).expect(304);
    read(compressed.etag()).expect(304);
    as(admin).with("If-Match", compressed.etag()).patch(path, Json.object()).expect(200);
    change(kind);
    compressing.with("If-None-Match", compressed.etag()).get(path).expect(200);
    as(admin)
        .with("If-Match", compressed.etag())
        .patch(path, Json.object())
        .expectProblem(412, "precondition_failed");
  }
}
