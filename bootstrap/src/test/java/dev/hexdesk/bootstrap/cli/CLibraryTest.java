package dev.hexdesk.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CLibraryTest {
  @TempDir private Path root;

  @Test
  void isMuslWhereThatAloneIsThere() throws IOException {
    assertThat(CLibrary.isMusl(root)).isFalse();

    make("lib/ld-musl-x86_64.so.1");
    assertThat(CLibrary.isMusl(root)).isTrue();

    make("lib64/ld-linux-x86-64.so.2");
    assertThat(CLibrary.isMusl(root)).isFalse();
  }

  private void make(String file) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.createFile(root.resolve(file));
  }
}
