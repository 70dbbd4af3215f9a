package dev.hexdesk.application.shared;

/** What a use case found, for tests that would not go on without it. */
public final class Found {
  private Found() {}

  public static <T> T in(ReadResult<T> result) {
    return switch (result) {
      case ReadResult.Found<T>(T value) -> value;
      case ReadResult.Denied<T> denied -> throw new AssertionError(denied);
      case ReadResult.Unknown<T> unknown -> throw new AssertionError(unknown);
    };
  }
}
