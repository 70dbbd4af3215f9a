package dev.hexdesk.bootstrap.config;

import dev.hexdesk.rest.disclosure.SecurityContact;
import dev.hexdesk.rest.openapi.OperatorTexts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** What the API's documentation says of the installation. */
public record ApiSection(
    @NotBlank String title,
    String description,
    @Valid Contact contact,
    @Valid Security security,
    @Valid Licence licence) {
  private static final String URL = "(https?://\\S+)?";
  private static final String URL_MESSAGE = "must start with http:// or https://, or be empty";

  /** Whom to ask; empty texts are left out. */
  public record Contact(
      String name, @Pattern(regexp = URL, message = URL_MESSAGE) String url, String email) {}

  /**
   * Whom to tell of a hole; empty texts are left out.
   *
   * @param contact a URI (RFC 9116, section 2.5.3)
   * @param canonical the address of the file that names them
   */
  public record Security(
      @Pattern(
              regexp = "|mailto:[^\\s@]++@[^\\s@]++|https://\\S++|tel:\\+[0-9-]++",
              message = "must start with mailto:, https:// or tel:+, or be empty")
          String contact,
      @Pattern(
              regexp = "|https://[^\\s/]++/\\.well-known/security\\.txt",
              message = "must be as https://.../.well-known/security.txt, or be empty")
          String canonical) {}

  /** What the API may be used for. */
  public record Licence(
      @NotBlank String name, @Pattern(regexp = URL, message = URL_MESSAGE) String url) {}

  OperatorTexts texts() {
    return new OperatorTexts(
        title,
        description,
        unlessEmpty(contact.name()),
        unlessEmpty(contact.url()),
        unlessEmpty(contact.email()),
        licence.name(),
        licence.url());
  }

  SecurityContact securityContact() {
    return new SecurityContact(unlessEmpty(security.contact()), unlessEmpty(security.canonical()));
  }

  private static Optional<String> unlessEmpty(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }
}
