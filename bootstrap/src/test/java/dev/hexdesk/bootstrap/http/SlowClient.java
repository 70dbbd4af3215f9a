package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/** A client that sends when it likes, and meanwhile hears what the server says. */
public final class SlowClient implements AutoCloseable {
  private static final String END = "";
  private static final Duration TIMEOUT = Duration.ofSeconds(25);

  private final SocketChannel channel;
  private final BlockingDeque<String> heard = new LinkedBlockingDeque<>();

  public SlowClient(SocketChannel channel) {
    this.channel = channel;
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    try {
      while (channel.read(buffer) >= 0) {
        heard.add(new String(buffer.array(), 0, buffer.position(), ISO_8859_1));
        buffer.clear();
      }
    } catch (IOException reset) {
      // An end like any other.
    }
    heard.add(END);
  }

  /** Whether anything has come, if only the end. */
  public boolean isAnswered() {
    return !heard.isEmpty();
  }

  public void send(String text) throws IOException {
    channel.write(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
  }

  /** Sends a byte at a time, until the server says something or the text is at its end. */
  public void drip(Duration pause, String text) throws InterruptedException {
    drip(pause, text, 1);
  }

  /**
   * Sends so many bytes at a time, until the server says something or the text is at its end.
   *
   * @return how many bytes were sent
   */
  public int drip(Duration pause, String text, int bytes) throws InterruptedException {
    int at = 0;
    while (at < text.length() && heard.isEmpty()) {
      int end = Math.min(at + bytes, text.length());
      try {
        send(text.substring(at, end));
      } catch (IOException closed) {
        return at;
      }
      at = end;
      String first = heard.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        heard.addFirst(first);
      }
    }
    return at;
  }

  /** What the server says until a text comes, or it ends the connection. */
  String answer(String end) throws InterruptedException {
    StringBuilder answer = new StringBuilder();
    for (String part = next(); !part.equals(END); part = next()) {
      answer.append(part);
      if (answer.indexOf(end) >= 0) {
        break;
      }
    }
    return answer.toString();
  }

  /** What the server says until it ends the connection. */
  public String rest() throws InterruptedException {
    StringBuilder rest = new StringBuilder();
    for (String part = next(); !part.equals(END); part = next()) {
      rest.append(part);
    }
    return rest.toString();
  }

  private String next() throws InterruptedException {
    String part = heard.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    if (part == null) {
      throw new AssertionError("The connection stays open");
    }
    return part;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
