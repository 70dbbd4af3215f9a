package dev.hexdesk.bootstrap;

import java.util.Optional;

/** Which version of the program this is. */
final class ProgramVersion {
  private ProgramVersion() {}

  /** As the jar says; "development" where there is no jar. */
  static String full() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The version of the API, which clients see: it moves when the API does, not with each build. */
  static String api() {
    return "1.0.0";
  }
}
