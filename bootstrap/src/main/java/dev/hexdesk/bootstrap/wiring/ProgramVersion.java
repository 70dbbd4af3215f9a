package dev.hexdesk.bootstrap.wiring;

import java.util.Optional;

/** Which version of the program this is. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** As the jar says; "development" where there is no jar. */
  public static String full() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The version of the API, which clients see: it moves when the API does, not with each build. */
  public static String api() {
    return "1.0.0";
  }
}
