package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a system says of the volume that a folder is on. */
final class MountOptions {
  private static final Path MOUNTS = Path.of("/proc/self/mounts");

  private MountOptions() {}

  /** Whether no program can be run from there. */
  static boolean forbidPrograms(Path folder) throws IOException {
    return Files.isReadable(MOUNTS)
        && forbidPrograms(folder.toRealPath(), Files.readAllLines(MOUNTS));
  }

  /**
   * @param mounts device, folder, kind and options of each volume; of two at one folder the later
   *     one is in use
   */
  static boolean forbidPrograms(Path folder, List<String> mounts) {
    return mounts.stream()
        .map(line -> line.split(" "))
        .filter(fields -> fields.length > 3 && folder.startsWith(fields[1].replace("\\040", " ")))
        .reduce((first, second) -> first[1].length() > second[1].length() ? first : second)
        .map(fields -> Arrays.asList(fields[3].split(",")).contains("noexec"))
        .orElse(false);
  }
}
