package dev.hexdesk.application.idempotency;

import java.util.Arrays;

/** Bytes as a value: equal when they are the same ones, and never changed. */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  public byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** Not the bytes themselves: they are somebody's data. */
  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
