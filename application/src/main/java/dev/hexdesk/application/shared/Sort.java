package dev.hexdesk.application.shared;

/** The order of a list; the id breaks ties, in the same direction, so that the order is total. */
public record Sort<F extends Enum<F>>(F field, boolean descending) {
  public static <F extends Enum<F>> Sort<F> ascending(F field) {
    return new Sort<>(field, false);
  }

  public static <F extends Enum<F>> Sort<F> descending(F field) {
    return new Sort<>(field, true);
  }
}
