package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what the contract calls JSON, or too much of it. */
class BodyTest extends Journey {
  private Answer create(byte[] body, String... header) {
    Caller caller = as(admin).with("Content-Type", "application/json");
    for (int i = 0; i < header.length; i += 2) {
      caller = caller.with(header[i], header[i + 1]);
    }
    return caller.send("POST", "/employees", BodyPublishers.ofByteArray(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{} {}",
        "{\"first_name\": \"Ann\", \"first_name\": \"Ann\"}",
        "{\"first_name\": 5}",
        "{\"first_name\": [\"Ann\"]}",
        "{'first_name': 'Ann'}",
        "{\"first_name\": \"Ann\",}",
        "{\"first_name\": NaN}"
      })
  void whatIsNoJsonOfTheRightTypesIsRefused(String body) {
    as(admin).send("POST", "/employees", body).expectProblem(400, "malformed_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.9", "\"5\"", "true", "9223372036854775808", "1e400", "[1]"})
  void anIdIsNothingButAWholeNumber(String id) {
    as(admin)
        .send("POST", "/tickets", "{\"employee_id\": " + id + "}")
        .expectProblem(400, "malformed_request");
  }

  @Test
  void nestingHasALimit() {
    as(admin)
        .send("POST", "/employees", "{\"a\":".repeat(40) + "1" + "}".repeat(40))
        .expectProblem(400, "malformed_request");
  }

  @Test
  void unpairedSurrogatesAndNulAreNoText() {
    for (String name : new String[] {"\\ud800", "\\udc00\\ud800", "A\\u0000b"}) {
      Answer refused =
          as(admin)
              .send("POST", "/employees", "{\"first_name\": \"" + name + "\"}")
              .expectProblem(422, "validation_failed");
      assertThat(refused.pointers()).contains("/first_name");
    }
  }

  @Test
  void bodiesInOtherEncodingsThanUtf8AreRefused() {
    String json = Given.employeeBody().toString();
    create(json.getBytes(StandardCharsets.UTF_16)).expectProblem(400, "malformed_request");
    create("{\"city\": \"Kyiv\"}".getBytes(StandardCharsets.UTF_16LE))
        .expectProblem(400, "malformed_request");
    create(json.getBytes(StandardCharsets.ISO_8859_1)).expectProblem(400, "malformed_request");
    create(new byte[] {'{', '"', (byte) 0xC0, (byte) 0xA2, '"', ':', '1', '}'})
        .expectProblem(400, "malformed_request");
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    for (String charset : new String[] {"utf-7", "utf-16", "iso-8859-1"}) {
      create(utf8, "Content-Type", "application/json; charset=" + charset)
          .expectProblem(415, "unsupported_media_type");
    }
    create(utf8, "Content-Type", "application/json; charset=UTF-8").expect(201);
  }

  @Test
  void aCompressedBodyCountsAsWhatItInflatesTo() throws IOException {
    byte[] good = compressed(Given.employeeBody().toString());
    create(good, "Content-Encoding", "gzip").expect(201);
    create(compressed("{\"first_name\": \"" + "x".repeat(2 << 20)), "Content-Encoding", "gzip")
        .expectProblem(413, "payload_too_large");
    byte[] corrupt = compressed(Given.employeeBody().toString());
    corrupt[corrupt.length / 2] ^= 0x55;
    create(corrupt, "Content-Encoding", "gzip").expectProblem(400, "malformed_request");
    create("no gzip at all".getBytes(StandardCharsets.UTF_8), "Content-Encoding", "gzip")
        .expectProblem(400, "malformed_request");
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
