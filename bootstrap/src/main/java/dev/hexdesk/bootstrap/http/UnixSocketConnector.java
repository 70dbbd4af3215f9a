package dev.hexdesk.bootstrap.http;

import dev.hexdesk.bootstrap.cli.OperatorException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Jetty's connector, which never removes anything but its own socket and what a killed server left.
 *
 * <p>Jetty deletes whatever has the socket's name when it stops, even where it failed to start
 * because the name was taken. So it is given a name of its own, and the socket gets the operator's
 * once it has its mode; until then nobody can find it.
 */
final class UnixSocketConnector extends UnixDomainServerConnector {
  private static final int KIND_OF_FILE = 0170000;
  private static final int SOCKET = 0140000;

  private final Path socket;
  private final Set<PosixFilePermission> mode;

  /** What the system knows the socket by, from when it has its name. */
  private @Nullable Object key;

  UnixSocketConnector(
      Path socket,
      Set<PosixFilePermission> mode,
      Server server,
      @Nullable Executor executor,
      Scheduler scheduler,
      ByteBufferPool buffers,
      int acceptors,
      int selectors,
      ConnectionFactory factory) {
    super(server, executor, scheduler, buffers, acceptors, selectors, factory);
    this.socket = socket;
    this.mode = mode;
    setUnixDomainPath(socket.resolveSibling(".hexdesk-" + ProcessHandle.current().pid()));
  }

  @Override
  protected void doStart() throws Exception {
    checkName();
    Path draft = getUnixDomainPath();
    try {
      Files.deleteIfExists(draft);
      super.doStart();
    } catch (SocketException refused) {
      throw new OperatorException(
          "The socket "
              + socket
              + " can't be made: "
              + refused.getMessage()
              + "\nIts folder has to be there, and this user's to write.");
    }
    Files.setPosixFilePermissions(draft, mode);
    key = keyOf(draft);
    Files.move(draft, socket, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    if (key != null && key.equals(keyOf(socket))) {
      Files.deleteIfExists(socket);
    }
    key = null;
  }

  private void checkName() throws IOException {
    if (!Files.exists(socket, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!isSocket(socket)) {
      throw new OperatorException(
          socket + " is there already and is no socket; remove it or choose another path.");
    }
    if (isServed(socket)) {
      throw new OperatorException("Another server listens on " + socket + "; stop that one first.");
    }
  }

  private static boolean isSocket(Path path) throws IOException {
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    return (mode & KIND_OF_FILE) == SOCKET;
  }

  private static boolean isServed(Path socket) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (SocketException refused) {
      return false;
    }
  }

  private static @Nullable Object keyOf(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  @Override
  public String toString() {
    return getName() + "[" + socket + "]";
  }
}
