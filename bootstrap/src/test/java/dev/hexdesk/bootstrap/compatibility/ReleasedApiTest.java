package dev.hexdesk.bootstrap.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the API against the one that was released last: what breaks its clients needs a version
 * that says so. At a release, {@code -Dopenapi.release=true} makes the present document the
 * released one. Until the first release there is none, and nobody whom a change could break.
 */
final class ReleasedApiTest {
  private static final Path PRESENT = Path.of("../docs/openapi.yaml");
  private static final Path RELEASED = Path.of("../docs/openapi-released.yaml");
  private static final Path CHANGELOG = Path.of("../CHANGELOG.md");

  /** The heading of a version that has been released, such as {@code ## [0.1.0] - 2027-01-31}. */
  private static final Pattern RELEASED_VERSION =
      Pattern.compile("^## \\[\\d+\\.\\d+\\.\\d+]", Pattern.MULTILINE);

  private static final String RELEASE = "openapi.release";
  private static final String HEADING =
      "# The API that clients rely on; docs/contributing.md tells how and when it changes.\n";

  @Test
  void isKeptFromTheFirstReleaseOn() throws IOException {
    boolean released = RELEASED_VERSION.matcher(Files.readString(CHANGELOG)).find();

    assertThat(Files.exists(RELEASED) && !Boolean.getBoolean(RELEASE))
        .as("docs/openapi-released.yaml is there once CHANGELOG.md tells of a release")
        .isEqualTo(released && !Boolean.getBoolean(RELEASE));
  }

  @Test
  void breaksNoClientsUnlessItsVersionSaysSo() throws IOException {
    if (Boolean.getBoolean(RELEASE)) {
      Files.writeString(RELEASED, HEADING + Files.readString(PRESENT));
    }
    if (!Files.exists(RELEASED)) {
      return;
    }
    ObjectNode released = ApiChanges.read(Files.readString(RELEASED));
    ObjectNode present = ApiChanges.read(Files.readString(PRESENT));
    Optional<String> breaking = ApiChanges.breaking(released, present);

    if (!version(present).breaksClientsOf(version(released))) {
      assertThat(breaking)
          .as("clients of docs/openapi-released.yaml break; see docs/contributing.md")
          .isEmpty();
    }
  }

  private static ApiVersion version(ObjectNode document) {
    return ApiVersion.of(document.at("/info/version").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3, 2.0.0, true",
    "1.2.3, 1.3.0, false",
    "1.2.3, 1.2.4, false",
    "0.1.0, 0.2.0, true",
    "0.1.0, 0.1.1, false",
    "0.1.0, 1.0.0, true",
    "2.0.0, 1.9.0, false",
    "1.2.3, 1.2.3-SNAPSHOT, false"
  })
  void knowsWhichVersionsMayBreakClients(String older, String newer, boolean mayBreak) {
    assertThat(ApiVersion.of(newer).breaksClientsOf(ApiVersion.of(older))).isEqualTo(mayBreak);
  }
}
