package dev.hexdesk.bootstrap.http;

import dev.hexdesk.bootstrap.command.OperatorException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Jetty's connector, which also tidies up what a killed server left, and sets the file's mode. */
final class UnixSocketConnector extends UnixDomainServerConnector {
  private static final int KIND_OF_FILE = 0170000;
  private static final int SOCKET = 0140000;

  private Set<PosixFilePermission> mode = Set.of();

  UnixSocketConnector(
      Server server,
      @Nullable Executor executor,
      Scheduler scheduler,
      ByteBufferPool buffers,
      int acceptors,
      int selectors,
      ConnectionFactory... factories) {
    super(server, executor, scheduler, buffers, acceptors, selectors, factories);
  }

  void bindTo(Path socket, Set<PosixFilePermission> mode) {
    setUnixDomainPath(socket);
    this.mode = mode;
  }

  /** Until the mode is set, the process's umask alone guards the socket. */
  @Override
  protected void doStart() throws Exception {
    removeStale(getUnixDomainPath());
    try {
      super.doStart();
    } catch (SocketException refused) {
      throw new OperatorException(
          "The socket "
              + getUnixDomainPath()
              + " can't be made: "
              + refused.getMessage()
              + "\nIts folder has to be there, and this user's to write.");
    }
    Files.setPosixFilePermissions(getUnixDomainPath(), mode);
  }

  private static void removeStale(Path socket) throws IOException {
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
    Files.delete(socket);
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
}
