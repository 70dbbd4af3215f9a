package dev.hexdesk.rest.disclosure;

import java.util.Optional;

/**
 * Whom to tell of a hole in this installation.
 *
 * @param contact a URI: mailto:, https: or tel:; without one there is nothing to be told
 * @param canonical where this installation's file is, as the outside sees it
 */
public record SecurityContact(Optional<String> contact, Optional<String> canonical) {}
