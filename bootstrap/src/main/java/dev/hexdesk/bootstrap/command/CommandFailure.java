package dev.hexdesk.bootstrap.command;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.hexdesk.bootstrap.cli.CLibrary;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgresException;
import io.dropwizard.configuration.ConfigurationException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator why a command failed: what they can mend in a sentence, what is a defect in
 * full.
 */
public final class CommandFailure {
  private static final Pattern SYSTEM =
      Pattern.compile(
          "Broken pipe|No space left on device|Bad file descriptor|Input/output error"
              + "|File too large|Disk quota exceeded|Stream Closed");

  /** PostgreSQL's code for a change in a transaction that may only read. */
  private static final String READ_ONLY = "25006";

  private CommandFailure() {}

  /** Tells why it failed, on the stream for messages. */
  public static void explain(Throwable thrown, Console console) {
    String advice = adviceFor(thrown);
    if (advice == null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      console.progress("hexdesk: something unforeseen went wrong:\n" + trace);
    } else {
      console.progress("hexdesk: " + advice);
    }
  }

  private static @Nullable String adviceFor(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ConfigurationException configuration -> {
          return configuration.getMessage();
        }
        case OperatorException operator -> {
          return operator.getMessage();
        }
        case SQLException locked when Migrations.isLockTimeout(locked) -> {
          return Migrations.IN_USE;
        }
        case SQLException standby when READ_ONLY.equals(standby.getSQLState()) -> {
          return "The database takes no changes: it is a standby, or default_transaction_read_only"
              + " is on there.\n"
              + "HEXDESK_DB_URL must lead to the primary; of several hosts"
              + " ?targetServerType=primary finds it.";
        }
        case EmbeddedPostgresException postgres -> {
          return postgres.getMessage();
        }
        case PoolInitializationException pool -> {
          return "The database can't be reached: "
              + reason(pool)
              + "\n"
              + "Check HEXDESK_DB_URL, HEXDESK_DB_USER and HEXDESK_DB_PASSWORD, and that it runs.";
        }
        case BindException port -> {
          return "The port is taken: "
              + port.getMessage()
              + "\nChoose others by HEXDESK_PORT and HEXDESK_ADMIN_PORT.";
        }
        case LinkageError unlinked when isOfNativeCode(unlinked) -> {
          return withoutNativeCode(unlinked);
        }
        case FileNotFoundException file -> {
          return file.getMessage();
        }
        case FileSystemException file -> {
          return adviceFor(file);
        }
        case InvalidPathException name -> {
          return "No file can have the name " + name.getInput() + ": " + name.getReason();
        }
        case UnresolvedAddressException address -> {
          return "There is no such address to listen on. Give HEXDESK_HOST and HEXDESK_ADMIN_HOST"
              + " an address or the name of this machine without a port; 0.0.0.0 is all"
              + " addresses.";
        }
        case IOException io when isOfSystem(io) -> {
          return "It ended before all was done: " + io.getMessage() + ".";
        }
        default -> {
          // The cause may be one that has advice.
        }
      }
    }
    return null;
  }

  /** The message of such an exception alone is often no more than the file's name. */
  private static String adviceFor(FileSystemException failure) {
    Path file = Path.of(failure.getFile() == null ? "" : failure.getFile()).toAbsolutePath();
    Path folder = file.getParent();
    boolean isInFolder = folder != null && Files.exists(folder);
    switch (failure) {
      case NoSuchFileException _ -> {
        return isInFolder ? "There is no file " + file + "." : "There is no folder " + folder + ".";
      }
      case AccessDeniedException _ -> {
        return "The system does not let user %s read or write %s (permission denied)."
            .formatted(
                System.getProperty("user.name"),
                isInFolder && Files.notExists(file) ? folder : file);
      }
      default -> {
        return failure.getReason() == null
            ? failure.toString()
            : failure.getFile() + ": " + failure.getReason() + ".";
      }
    }
  }

  /** What the system says of a pipe that nobody reads any more, a full disk, a closed stream. */
  private static boolean isOfSystem(IOException failure) {
    return failure.getClass().equals(IOException.class)
        && failure.getCause() == null
        && failure.getMessage() != null
        && SYSTEM.matcher(failure.getMessage()).matches();
  }

  /** Once it could not be loaded, each later use says that there is no such class. */
  private static boolean isOfNativeCode(LinkageError thrown) {
    return thrown instanceof UnsatisfiedLinkError
        || String.valueOf(thrown.getMessage()).contains("com.sun.jna");
  }

  private static String withoutNativeCode(LinkageError thrown) {
    String words = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
    return "The library that hashes passwords can't be loaded: "
        + words
        + "\n"
        + (isMusl()
            ? CLibrary.NEEDED
            : "It is unpacked into ~/.cache, which must be writable, and not mounted noexec;"
                + " another folder is named by HEXDESK_JAVA_OPTS=-Djna.tmpdir=/run/hexdesk");
  }

  private static boolean isMusl() {
    try {
      return CLibrary.isMusl();
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String reason(Throwable pool) {
    return pool.getCause() == null
        ? String.valueOf(pool.getMessage())
        : String.valueOf(pool.getCause().getMessage());
  }
}
