package dev.hexdesk.rest.limits;

import java.time.Duration;

/**
 * The limits of one node, which counts for itself.
 *
 * @param all the requests that run at once, whoever asks for whatever
 * @param caller the requests of one caller that run at once
 * @param kind the requests of one kind that run at once: those that read one resource, or those
 *     that write it
 * @param costly the costly reads that run at once, whoever asks
 * @param budget what one caller may ask for in a minute
 */
public record RequestLimits(Line all, Line caller, Line kind, Line costly, Budget budget) {
  /**
   * So many at once, and a line before them.
   *
   * @param atOnce how many are let in
   * @param inLine how many more may wait
   * @param patience how long they wait
   */
  public record Line(int atOnce, int inLine, Duration patience) {}

  /**
   * Units of cost, refilled all the time.
   *
   * @param unitsPerMinute at most a billion
   */
  public record Budget(int unitsPerMinute, int read, int list, int write, int costly) {
    int unitsOf(RequestCost cost) {
      return switch (cost) {
        case READ -> read;
        case LIST -> list;
        case WRITE -> write;
        case COSTLY, TRANSFER -> costly;
      };
    }
  }

  /** Limits that nobody meets who does not try to. */
  public static final RequestLimits STANDARD =
      new RequestLimits(
          new Line(100, 1500, Duration.ofSeconds(5)),
          new Line(5, 250, Duration.ofSeconds(5)),
          new Line(4, 250, Duration.ofSeconds(1)),
          new Line(2, 32, Duration.ofSeconds(5)),
          new Budget(1_200_000, 1, 5, 5, 100));

  /** For those who have to wait before anything is spent on them. */
  public RequestQueue.Bounds queue() {
    return new RequestQueue.Bounds(all, kind, caller);
  }
}
