package dev.hexdesk.bootstrap.config;

import dev.hexdesk.rest.openapi.ApiTexts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** What the API's documentation says of the installation. */
public record ApiSection(
    @NotBlank String title, String description, @Valid Contact contact, @Valid Licence licence) {
  private static final String URL = "(https?://\\S+)?";
  private static final String URL_MESSAGE = "must start with http:// or https://, or be empty";

  /** Whom to ask; empty texts are left out. */
  public record Contact(
      String name, @Pattern(regexp = URL, message = URL_MESSAGE) String url, String email) {}

  /** What the API may be used for. */
  public record Licence(
      @NotBlank String name, @Pattern(regexp = URL, message = URL_MESSAGE) String url) {}

  ApiTexts texts() {
    return new ApiTexts(
        title,
        description,
        unlessEmpty(contact.name()),
        unlessEmpty(contact.url()),
        unlessEmpty(contact.email()),
        licence.name(),
        licence.url());
  }

  private static Optional<String> unlessEmpty(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }
}
