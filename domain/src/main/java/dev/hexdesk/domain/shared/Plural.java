package dev.hexdesk.domain.shared;

/** English nouns behind numbers. */
public final class Plural {
  private Plural() {}

  /**
   * A noun as it stands behind that number.
   *
   * @param one the noun in the singular, whose plural is made by an s
   */
  public static String of(long count, String one) {
    return count == 1 ? one : one + "s";
  }
}
