package dev.hexdesk.domain.shared;

/** Something whose every change makes a new version of it. */
public interface Versioned {
  Version version();
}
