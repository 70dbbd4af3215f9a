package dev.hexdesk.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.CommittedFile;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.rest.openapi.DocumentTexts;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the committed API document to what a server with the default configuration serves. */
final class ApiDescriptionTest {
  private static final Path COMMITTED = Path.of("../docs/openapi.yaml");

  @Test
  void isTheCommittedDocument() throws IOException {
    new CommittedFile(COMMITTED, "openapi.update", getClass())
        .holdTo(DocumentTexts.yaml(ApiDescription.of(Configurations.defaults())));
  }

  @Test
  void tellsTheLimitsThatTheOperatorChose() {
    OpenAPI document =
        ApiDescription.of(
            Configurations.of(
                """
                fields:
                  user:
                    username:
                      maxLength: 12
                pages:
                  standard: 5
                  largest: 7
                api:
                  title: Our desk
                """));
    Schema<?> username =
        (Schema<?>)
            document.getComponents().getSchemas().get("UserInput").getProperties().get("username");
    assertThat(username.getMaxLength()).isEqualTo(12);
    assertThat(document.getInfo().getTitle()).isEqualTo("Our desk");
    assertThat(document.getPaths().get("/api/v1/users").getGet().getParameters())
        .filteredOn(parameter -> parameter.getName().equals("limit"))
        .singleElement()
        .satisfies(
            limit -> {
              assertThat(limit.getSchema().getMaximum().intValue()).isEqualTo(7);
              assertThat(limit.getSchema().getDefault()).isEqualTo(5);
            });
  }
}
