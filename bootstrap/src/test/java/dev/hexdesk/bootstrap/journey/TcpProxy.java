package dev.hexdesk.bootstrap.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A port that leads to another one, which may change or be nowhere: so a database can go and come
 * back under one address. It can also fall silent, as a network does that drops every packet:
 * connections are there, or come to be, and nothing arrives.
 */
final class TcpProxy implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile CountDownLatch silent = new CountDownLatch(0);
  private volatile int target;

  TcpProxy(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().name("relay").start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void leadTo(int port) {
    target = port;
  }

  /** Holds everything back from now on until the result is closed; then it arrives. */
  Silence fallSilent() {
    silent = new CountDownLatch(1);
    CountDownLatch end = silent;
    return end::countDown;
  }

  /** What {@link #fallSilent} began. */
  @FunctionalInterface
  interface Silence extends AutoCloseable {
    @Override
    void close();
  }

  private void accept() {
    try {
      while (true) {
        Socket near = door.accept();
        open.add(near);
        Thread.ofVirtual().start(() -> connect(near));
      }
    } catch (IOException closed) {
      // The relay is closed.
    }
  }

  private void connect(Socket near) {
    try (near) {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(far);
      try (far) {
        Thread back = Thread.ofVirtual().start(() -> pump(far, near));
        pump(near, far);
        back.join();
      }
    } catch (IOException nobodyThere) {
      // The near side sees its connection end, as it would without a relay.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] some = new byte[8192];
    try {
      for (int length; (length = from.getInputStream().read(some)) >= 0; ) {
        silent.await();
        to.getOutputStream().write(some, 0, length);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException ended) {
      // Both ends are told below.
    } finally {
      closeQuietly(from);
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(TcpProxy::closeQuietly);
  }
}
