package dev.hexdesk.rest.openapi;

import java.util.Optional;

/** What the API document says of the installation that serves it, in the operator's words. */
public record OperatorTexts(
    String title,
    String description,
    Optional<String> contactName,
    Optional<String> contactUrl,
    Optional<String> contactEmail,
    String licenceName,
    String licenceUrl) {}
