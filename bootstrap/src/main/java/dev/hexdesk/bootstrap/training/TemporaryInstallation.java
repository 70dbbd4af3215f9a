package dev.hexdesk.bootstrap.training;

import dev.hexdesk.bootstrap.config.ConfigurationFile;
import dev.hexdesk.bootstrap.config.PrivateFile;
import dev.hexdesk.bootstrap.postgres.FileTree;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** An installation in a temporary folder, with a database of its own and one administrator. */
record TemporaryInstallation(Path folder) {
  static final String USERNAME = "trainer";

  static TemporaryInstallation create(String password) throws IOException {
    Path folder = Files.createTempDirectory("hexdesk-training");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      // For root's PostgreSQL runs as nobody.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    TemporaryInstallation made = new TemporaryInstallation(folder);
    ConfigurationFile.ensure(made.configuration());
    PrivateFile.create(
        made.setup(),
        """
        default_users:
          - username: %1$s
            password: '%2$s'
            first_name: Train
            last_name: Er
            phone: '+380440000001'
            email: %1$s@example.org
            roles: [admin]
        """
            .formatted(USERNAME, password));
    return made;
  }

  Path configuration() {
    return folder.resolve("config.yml");
  }

  private Path setup() {
    return folder.resolve("setup.yml");
  }

  /** All that an installation can be told, so that nothing of the operator's own is touched. */
  Map<String, String> environment() {
    return Map.of(
        "HEXDESK_HOST",
        "127.0.0.1",
        "HEXDESK_PORT",
        "0",
        "HEXDESK_ADMIN_PORT",
        "0",
        "HEXDESK_DATA",
        folder.resolve("data").toString(),
        "HEXDESK_SETUP",
        setup().toString(),
        "HEXDESK_LOGS",
        folder.resolve("logs").toString());
  }

  void delete() throws IOException {
    new FileTree(folder).delete();
  }
}
