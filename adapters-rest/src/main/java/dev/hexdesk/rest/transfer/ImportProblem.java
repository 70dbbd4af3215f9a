package dev.hexdesk.rest.transfer;

import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.rest.problem.Problem;
import dev.hexdesk.rest.problem.ProblemException;

/** Tells what is wrong with a file, by line. */
final class ImportProblem {
  private ImportProblem() {}

  static ProblemException of(ImportErrors errors) {
    return ProblemException.faultyFile(
        errors.count(),
        errors.first().stream()
            .map(it -> Problem.Fault.ofLine(it.line(), it.field(), it.code(), it.detail()))
            .toList());
  }
}
