package dev.hexdesk.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import io.dropwizard.configuration.ConfigurationValidationException;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CommandFailureTest {
  @Test
  void saysInASentenceWhatTheOperatorCanMend() {
    assertThat(explained(new OperatorException("Do this")))
        .isEqualTo("hexdesk: Do this%n".formatted());
    assertThat(explained(new FileNotFoundException("File config.yml not found")))
        .isEqualTo("hexdesk: File config.yml not found%n".formatted());
  }

  @Test
  void saysWhereChangesCanBeMade() {
    assertThat(
            explained(
                new IllegalStateException(
                    new SQLException("ERROR: cannot execute INSERT in a read-only", "25006"))))
        .contains("standby", "targetServerType=primary")
        .doesNotContain("\tat ");
  }

  @Test
  void saysWhichFileOrFolderIsMissingOrClosed() {
    assertThat(explained(new AccessDeniedException("data/x")))
        .contains("data/x (permission denied)", System.getProperty("user.name"))
        .doesNotContain("Exception");
    assertThat(explained(new NoSuchFileException("staff.csv")))
        .endsWith("staff.csv.%n".formatted())
        .contains("There is no file /")
        .doesNotContain("Exception");
    // What is written has another name until it is whole, which tells the operator nothing.
    assertThat(explained(new NoSuchFileException("/no/such/.x.csv.5f4e")))
        .isEqualTo("hexdesk: There is no folder /no/such.%n".formatted());
    assertThat(explained(new FileSystemException("/data/x", null, "Read-only file system")))
        .isEqualTo("hexdesk: /data/x: Read-only file system.%n".formatted());
  }

  @Test
  void saysWhatBecameOfAPipeADiskOrAName() {
    for (IOException failure :
        List.of(new IOException("Broken pipe"), new IOException("No space left on device"))) {
      assertThat(explained(new UncheckedIOException(failure)))
          .contains(failure.getMessage())
          .doesNotContain("\tat ");
    }
    assertThat(explained(new InvalidPathException("M\ufffdrz.csv", "unmappable")))
        .contains("M\ufffdrz.csv")
        .doesNotContain("\tat ");
    assertThat(explained(new UnresolvedAddressException()))
        .contains("HEXDESK_HOST")
        .doesNotContain("\tat ");
    assertThat(explained(new IOException("a defect"))).contains("\tat ");
  }

  @Test
  void namesTheSettingsForAPortThatIsTaken() {
    assertThat(explained(new IllegalStateException(new BindException("0.0.0.0:8080"))))
        .contains("0.0.0.0:8080", "HEXDESK_PORT")
        .doesNotContain("\tat ");
  }

  @Test
  void showsConfigurationErrorsAsOneBlock() {
    assertThat(explained(new ConfigurationValidationException("config.yml", Set.of())))
        .contains("config.yml has the following errors")
        .doesNotContain("\tat ");
  }

  /** As on a volume that is mounted noexec. */
  @Test
  void tellsWhereTheLibraryOfPasswordsGoes() {
    for (LinkageError error :
        List.of(
            new UnsatisfiedLinkError("/mnt/.cache/JNA/temp/jna1.tmp: failed to map segment"),
            new NoClassDefFoundError("Could not initialize class com.sun.jna.Native"))) {
      assertThat(explained(error))
          .contains(error.getMessage(), "noexec", "HEXDESK_JAVA_OPTS=-Djna.tmpdir=")
          .doesNotContain("\tat ");
    }
    assertThat(explained(new NoClassDefFoundError("dev/hexdesk/Other"))).contains("\tat ");
  }

  @Test
  void showsADefectInFull() {
    assertThat(explained(new IllegalStateException("a defect"))).contains("a defect", "\tat ");
  }

  private static String explained(Throwable thrown) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    CommandFailure.explain(thrown, new Console(stream, stream));
    return messages.toString(StandardCharsets.UTF_8);
  }
}
