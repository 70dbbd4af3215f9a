package dev.hexdesk.bootstrap.config;

import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.BindException;

/** Tells an operator why a command failed. */
public final class OperatorErrors {
  private OperatorErrors() {}

  /** Prints what the operator can put right in words, and everything else with its stack trace. */
  public static void print(Throwable error, PrintWriter out) {
    if (isOperators(error)) {
      out.println(String.valueOf(error.getMessage()).stripTrailing());
    } else {
      error.printStackTrace(out);
    }
    out.flush();
  }

  /** Whether it is about the configuration, a file that is missing or a port that is taken. */
  private static boolean isOperators(Throwable error) {
    return error instanceof ConfigurationException
        || error instanceof FileNotFoundException
        || error instanceof BindException;
  }
}
