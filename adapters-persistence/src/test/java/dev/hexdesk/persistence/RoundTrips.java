package dev.hexdesk.persistence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before PostgreSQL and counts how often a client waits for it. */
public final class RoundTrips implements AutoCloseable {
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();
  private final ServerSocket door;
  private volatile boolean silent;
  private final int serverPort;

  private RoundTrips(ServerSocket door, int serverPort) {
    this.door = door;
    this.serverPort = serverPort;
  }

  /** A counter before the server of this test run. */
  public static RoundTrips counter() {
    return before(Postgres.port());
  }

  /** A counter before the server at that port of this machine. */
  public static RoundTrips before(int serverPort) {
    try {
      RoundTrips counter =
          new RoundTrips(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
      Thread.ofVirtual().start(counter::serve);
      return counter;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where clients find it. */
  public int port() {
    return door.getLocalPort();
  }

  /** How many round trips it takes. */
  public int of(Runnable statements) {
    int before = count.get();
    statements.run();
    return count.get() - before;
  }

  /** How many statements were sent so far, with those that begin and end transactions. */
  public int statements() {
    return statements.get();
  }

  /** Whether answers get lost on their way, as where a connection is dropped without a word. */
  public void fallSilent(boolean now) {
    silent = now;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    try {
      while (true) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true); // else each message waits for the one before to be acknowledged
        server.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> pump(client, server, this::forwardQuestions));
        Thread.ofVirtual().start(() -> pump(server, client, this::forwardAnswers));
      }
    } catch (IOException e) {
      // The door was closed: the test is over.
    }
  }

  /** The frontend's messages: a type and a length; only the first of all has no type. */
  private void forwardQuestions(DataInputStream in, DataOutputStream out) throws IOException {
    forward(message(in), out);
    while (true) {
      int type = in.readByte();
      byte[] message = message(in);
      // All is counted before it is sent: the client may be answered at once.
      if (type == 'E' || type == 'Q') {
        statements.incrementAndGet();
      }
      // After Sync and Query there will be an answer, but BEGIN is sent along with what follows it.
      if ((type == 'S' || type == 'Q') && in.available() == 0) {
        count.incrementAndGet();
      }
      out.writeByte(type);
      forward(message, out);
    }
  }

  private static byte[] message(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt() - Integer.BYTES);
  }

  private static void forward(byte[] message, DataOutputStream out) throws IOException {
    out.writeInt(message.length + Integer.BYTES);
    out.write(message);
    out.flush();
  }

  private void forwardAnswers(DataInputStream in, DataOutputStream out) throws IOException {
    byte[] some = new byte[8192];
    for (int length = in.read(some); length >= 0; length = in.read(some)) {
      if (!silent) {
        out.write(some, 0, length);
      }
    }
  }

  private static void pump(Socket from, Socket to, Forwarding forwarding) {
    try (from;
        to) {
      forwarding.run(
          new DataInputStream(from.getInputStream()), new DataOutputStream(to.getOutputStream()));
    } catch (IOException e) {
      // One side has hung up, and the other one learns of it by that.
    }
  }

  @FunctionalInterface
  private interface Forwarding {
    void run(DataInputStream in, DataOutputStream out) throws IOException;
  }
}
