package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MountOptionsTest {
  private static final List<String> MOUNTS =
      List.of(
          "/dev/sda1 / ext4 rw,relatime 0 0",
          "tmpfs /srv tmpfs rw,nosuid,noexec 0 0",
          "tmpfs /srv/run tmpfs rw,noexecutive 0 0",
          "tmpfs /home tmpfs rw 0 0",
          "tmpfs /home tmpfs rw,noexec 0 0",
          "tmpfs /a\\040b tmpfs rw,noexec 0 0");

  @Test
  void areThoseOfTheVolumeThatAFolderIsOn() {
    assertThat(forbidden("/srv")).isTrue();
    assertThat(forbidden("/srv/data/x")).isTrue();
    assertThat(forbidden("/home/x")).isTrue();
    assertThat(forbidden("/a b/x")).isTrue();
    assertThat(forbidden("/srv/run/x")).isFalse();
    assertThat(forbidden("/srvs")).isFalse();
    assertThat(forbidden("/")).isFalse();
  }

  private static boolean forbidden(String folder) {
    return MountOptions.forbidPrograms(Path.of(folder), MOUNTS);
  }
}
