package dev.hexdesk.bootstrap.config;

import dev.hexdesk.persistence.ticket.SearchIndex;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * How text is searched.
 *
 * @param configuration the name of a text search configuration of PostgreSQL's
 * @param accentSensitive whether {@code zoe} and {@code Zoë} are two names
 */
public record SearchSection(
    @NotNull
        @Pattern(
            regexp = "[a-z_][a-z0-9_]{0,62}",
            message = "must be the name of a text search configuration, such as simple")
        String configuration,
    boolean accentSensitive) {
  SearchIndex.Rules rules() {
    return new SearchIndex.Rules(configuration, accentSensitive);
  }
}
