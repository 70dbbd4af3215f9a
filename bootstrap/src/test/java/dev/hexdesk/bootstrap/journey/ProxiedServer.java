package dev.hexdesk.bootstrap.journey;

import java.util.Map;

/** A server behind a trusted proxy, so that its clients can come from anywhere. */
record ProxiedServer(TestServer desk) implements AutoCloseable {
  static final String WRONG = "Wr0ngGuess!";

  static ProxiedServer start(String... edits) throws Exception {
    Installation installation = Installation.create().quietly().withTables();
    installation.edit("trusted: \\[\\]", "trusted: ['127.0.0.1', '::1']");
    for (int n = 0; n < edits.length; n += 2) {
      installation.edit(edits[n], edits[n + 1]);
    }
    return new ProxiedServer(TestServer.start(installation));
  }

  /** Logs in from an address. */
  ServerResponse login(String address, String username, String password) {
    return desk.asNobody()
        .with("X-Forwarded-For", address)
        .postForm("/token", Map.of("username", username, "password", password));
  }

  @Override
  public void close() throws Exception {
    desk.close();
  }
}
