package dev.hexdesk.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in git that is made from the code.
 *
 * @param update the system property with which the test writes it anew
 */
public record CommittedFile(Path path, String update, Class<?> test) {

  /** Fails where the file is not what would be made now. */
  public void holdTo(String made) throws IOException {
    if (Boolean.getBoolean(update)) {
      Files.writeString(path, made);
    }
    assertThat(Files.readString(path))
        .as(
            "%s is not what is made of the code; write it anew by"
                + " ./mvnw -pl bootstrap -am -D%s=true -Dtest=%s"
                + " -Dsurefire.failIfNoSpecifiedTests=false test",
            path, update, test.getSimpleName())
        .isEqualTo(made);
  }
}
