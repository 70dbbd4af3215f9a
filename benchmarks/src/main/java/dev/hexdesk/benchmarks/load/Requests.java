package dev.hexdesk.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The requests of a file, again and again. A line has method and path, header lines (each ended by
 * {@code \1}) and the body, between them tabs; {@code .ci/bench/workloads.py} writes them.
 */
record Requests(List<String> lines, List<String> heads) {

  /**
   * @param tokens those of the callers, who ask in turn
   */
  static Requests read(Path file, URI server, List<String> tokens) throws IOException {
    return new Requests(
        Files.readAllLines(file),
        tokens.stream()
            .map(
                token ->
                    " HTTP/1.1\r\nHost: "
                        + server.getAuthority()
                        + "\r\nAuthorization: Bearer "
                        + token
                        + "\r\n")
            .toList());
  }

  /** All that goes over the wire. */
  byte[] bytes(long number) {
    String line = lines.get((int) (number % lines.size()));
    int headers = line.indexOf('\t');
    int body = line.indexOf('\t', headers + 1);
    return (line.substring(0, headers)
            + heads.get((int) (number % heads.size()))
            + line.substring(headers + 1, body).replace("\1", "\r\n")
            + "\r\n"
            + line.substring(body + 1))
        .getBytes(StandardCharsets.UTF_8);
  }
}
