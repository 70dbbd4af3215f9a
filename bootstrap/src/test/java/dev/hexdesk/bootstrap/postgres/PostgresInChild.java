package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** The main class of a JVM that holds a data folder until its input ends or it is killed. */
final class PostgresInChild {
  private PostgresInChild() {}

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]), line -> {})) {
      System.out.println("ready " + postgres.jdbcUrl() + " " + postgres.password());
      while (System.in.read() >= 0) {
        // The parent closes the pipe when it wants an orderly end.
      }
    } catch (EmbeddedPostgresException e) {
      System.out.println("refused " + e.getMessage().replace('\n', ' '));
    }
  }
}
