package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarXzTest {
  @TempDir private Path folder;

  @Test
  void keepsExecuteBits() throws Exception {
    TarArchiveEntry program = new TarArchiveEntry("bin/program");
    program.setMode(0100755);

    unpack(program);

    assertThat(folder.resolve("target/bin/program")).isExecutable();
  }

  @Test
  void writesNothingOutside() {
    assertThatThrownBy(() -> unpack(new TarArchiveEntry("../outside")))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void linksToNothingOutside() {
    TarArchiveEntry link = new TarArchiveEntry("link", TarArchiveEntry.LF_SYMLINK);
    link.setLinkName("../outside");

    assertThatThrownBy(() -> unpack(link)).isInstanceOf(IOException.class);
  }

  private void unpack(TarArchiveEntry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }
    TarXz.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder.resolve("target"));
  }
}
