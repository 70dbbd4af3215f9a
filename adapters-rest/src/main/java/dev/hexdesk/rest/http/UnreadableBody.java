package dev.hexdesk.rest.http;

import dev.hexdesk.rest.problem.ProblemException;
import java.io.IOException;

/** Says through a reader of files that the body could not be read on, and why. */
public final class UnreadableBody extends IOException {
  private static final long serialVersionUID = 1;

  private final transient ProblemException problem;

  public UnreadableBody(ProblemException problem) {
    super(problem.getMessage(), problem);
    this.problem = problem;
  }

  public ProblemException problem() {
    return problem;
  }
}
