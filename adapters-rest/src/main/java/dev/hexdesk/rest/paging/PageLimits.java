package dev.hexdesk.rest.paging;

/**
 * How many items a page may have.
 *
 * @param standard where the client names no limit
 * @param largest what a client may ask for at most
 */
public record PageLimits(int standard, int largest) {
  public PageLimits {
    if (standard < 1 || largest < standard) {
      throw new IllegalArgumentException(
          "a page of " + standard + " does not fit between 1 and " + largest);
    }
  }
}
