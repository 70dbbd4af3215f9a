package dev.hexdesk.bootstrap.postgres;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A PostgreSQL server on the data of one folder, running until it is closed. */
public final class EmbeddedPostgres implements AutoCloseable {
  private final FolderLock lock;
  private final Startup.Running running;
  private final Thread atExit = new Thread(this::stop, "postgres-shutdown");

  private EmbeddedPostgres(FolderLock lock, Startup.Running running) {
    this.lock = lock;
    this.running = running;
  }

  /**
   * Starts the server, after making the folder, the programs and the database in it where they are
   * missing, and after stopping a server that a crash left behind.
   *
   * @param progress told in a short sentence of each step that may take a while
   * @throws EmbeddedPostgresException if it cannot serve, with advice for the operator
   */
  public static EmbeddedPostgres start(Path dataFolder, Consumer<String> progress) {
    DataFolder data = DataFolder.open(dataFolder);
    FolderLock lock = FolderLock.take(data);
    boolean started = false;
    try {
      EmbeddedPostgres postgres = new EmbeddedPostgres(lock, Startup.run(data, progress));
      postgres.arrangeExit();
      started = true;
      return postgres;
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  /** Where the system does not do it, a JVM that ends in order takes the server with it. */
  private void arrangeExit() {
    if (!running.endsWithUs()) {
      Runtime.getRuntime().addShutdownHook(atExit);
    }
  }

  /** The address; it stays as it is when the server has to be launched again. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + running.keeper().port() + "/" + Cluster.DATABASE;
  }

  /** The role that owns the database; not a superuser. */
  public String user() {
    return Cluster.ROLE;
  }

  public String password() {
    return running.passwords().application();
  }

  /** Shuts the server down, ending its sessions, and waits for that; once more does nothing. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the hook does no harm.
    }
    stop();
  }

  private synchronized void stop() {
    running.keeper().close();
    lock.close();
  }
}
