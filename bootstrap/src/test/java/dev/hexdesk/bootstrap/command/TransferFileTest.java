package dev.hexdesk.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.formats.TransferFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferFileTest {
  private static final byte[] ROWS = "id,title\r\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("rows");
  }

  private TransferFile file() {
    return new TransferFile(path.toString());
  }

  private static void fail() throws IOException {
    throw new IOException("the database is gone");
  }

  private void makePipe() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  @Test
  void makesAFile() throws Exception {
    file().write(out -> out.write(ROWS));

    assertThat(path).hasBinaryContent(ROWS);
  }

  @Test
  void leavesARegularFileAlone() throws Exception {
    Files.writeString(path, "old");

    assertThatThrownBy(() -> file().write(out -> out.write(ROWS)))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("there already");
    assertThat(path).hasContent("old");
  }

  @Test
  void halfAFileGoes() {
    assertThatThrownBy(
            () ->
                file()
                    .write(
                        out -> {
                          out.write(ROWS);
                          fail();
                        }))
        .hasMessage("the database is gone");
    assertThat(path).doesNotExist();
  }

  /** Whoever is ended in between leaves nothing that would be taken for all of it. */
  @Test
  void hasItsNameOnlyOnceAllOfItIsThere() throws Exception {
    file()
        .write(
            out -> {
              out.write(ROWS);
              out.flush();
              assertThat(path).doesNotExist();
            });

    assertThat(path).hasBinaryContent(ROWS);
    assertThat(folder).isDirectoryNotContaining(left -> !left.equals(path));
  }

  @Test
  void writesIntoAPipeAndLeavesItThere() throws Exception {
    makePipe();
    for (int i = 0; i < 2; i++) {
      CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(this::readPipe);
      file().write(out -> out.write(ROWS));

      assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(ROWS);
    }
    CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(this::readPipe);
    assertThatThrownBy(() -> file().write(out -> fail())).hasMessage("the database is gone");
    assertThat(read.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(path).exists();
  }

  private byte[] readPipe() {
    try (InputStream in = file().open()) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void writesToADevice() throws Exception {
    new TransferFile("/dev/null").write(out -> out.write(ROWS));

    assertThat(new TransferFile("/dev/null").open().read()).isNegative();
  }

  @Test
  void saysWhatIsNotThere() {
    assertThatThrownBy(() -> file().open())
        .isInstanceOf(java.nio.file.NoSuchFileException.class)
        .hasMessageContaining(path.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv,CSV",
    "A.CSV,CSV",
    "/x.jsonl/a.Tsv,CSV",
    "old.ndjson,NDJSON",
    "OLD.JSONL,NDJSON",
    "a.b.Json,NDJSON"
  })
  void knowsAFormatByTheEndingOfAName(String name, TransferFormat format) {
    assertThat(new TransferFile(name).format()).contains(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"out.json", "/x/OUT.NDJSON", "a.jsonl", "a.tsv", "a.xlsx", "a.csv.gz", "./a.zip"})
  void noExportHasTheNameOfAnotherFormat(String name) {
    assertThatThrownBy(new TransferFile(name)::requireNameOfCsv)
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(".csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv", "A.CSV", "staff", "json", "a.txt", "2026.11.30", "-", "/"})
  void anExportHasAnyOtherName(String name) {
    assertThatCode(new TransferFile(name)::requireNameOfCsv).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff", "csv", "/backup.csv/staff", "a.txt", "a.dat", "-", "/dev/stdin"})
  void anyOtherNameTellsNoFormat(String name) {
    assertThat(new TransferFile(name).format()).isEmpty();
  }
}
