package dev.hexdesk.rest.request;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import java.io.IOException;

/** Says through whatever reads a body that it could not be read on, and why. */
public final class UnreadableBody extends IOException {
  private static final long serialVersionUID = 1;

  private final transient ProblemException problem;

  public UnreadableBody(ProblemException problem) {
    super(problem.getMessage(), problem);
    this.problem = problem;
  }

  public static UnreadableBody tooLarge(long largest) {
    return new UnreadableBody(
        ProblemException.of(
            ProblemType.PAYLOAD_TOO_LARGE, "A body may have at most " + largest + " bytes."));
  }

  public static UnreadableBody cutShort() {
    return new UnreadableBody(
        ProblemException.of(
            ProblemType.MALFORMED_REQUEST,
            "The body can't be read to its end: it is cut short, too slow or badly compressed."));
  }

  /** There are as many bodies in memory as may be. */
  public static UnreadableBody noRoom() {
    return new UnreadableBody(
        ProblemException.of(
            ProblemType.UNAVAILABLE,
            "As many bodies as the server allows are being read already."));
  }

  /** Why something could not be read: as whoever noticed says, or because it ended early. */
  static UnreadableBody because(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableBody told) {
        return told;
      }
    }
    return cutShort();
  }

  public ProblemException problem() {
    return problem;
  }
}
