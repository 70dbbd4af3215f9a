package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the PostgreSQL processes that work on one cluster, and no others. */
final class ClusterProcesses {
  private static final boolean LINUX = Files.isSymbolicLink(Path.of("/proc/self/cwd"));

  private ClusterProcesses() {}

  /**
   * The ids of the processes on the cluster. Where the system does not tell the folder that a
   * process works in, it can be no more than the noted postmaster.
   */
  static List<Long> on(Path cluster, long noted) {
    Stream<ProcessHandle> found =
        LINUX
            ? ProcessHandle.allProcesses().filter(process -> worksIn(process, cluster))
            : ProcessHandle.of(noted).stream().filter(process -> wasStartedOn(process, cluster));
    return found.filter(ClusterProcesses::isPostgres).map(ProcessHandle::pid).toList();
  }

  /** Whether a process of that number has ended and only waits for its parent to notice. */
  static boolean isDead(long pid) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name before it stands in brackets, and may hold some itself.
      return state.startsWith(" Z", state.lastIndexOf(')') + 1);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a process of that number is alive, open to our look, and not one on the cluster. */
  static boolean isElsewhere(long pid, Path cluster) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent()
        && !on(cluster, pid).contains(pid);
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> Path.of(command).getFileName())
        .map(Path::toString)
        // Not equals: the system marks a program whose file was replaced since.
        .filter(name -> name.startsWith("postgres"))
        .isPresent();
  }

  /** PostgreSQL's processes all change into the cluster's folder. */
  private static boolean worksIn(ProcessHandle process, Path cluster) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(folder).equals(cluster);
    } catch (IOException e) {
      // It ended, or belongs to someone whose files we could not use either.
      return false;
    }
  }

  private static boolean wasStartedOn(ProcessHandle process, Path cluster) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(cluster.toString()))
        .isPresent();
  }
}
