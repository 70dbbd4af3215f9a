package dev.hexdesk.bootstrap.setup;

import dev.hexdesk.application.setup.SetUpDefaultUsers.DefaultUser;
import dev.hexdesk.bootstrap.config.PrivateFile;
import dev.hexdesk.bootstrap.yaml.YamlDocument;
import dev.hexdesk.bootstrap.yaml.YamlFault;
import dev.hexdesk.domain.user.UserRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The operator's list of default users, and the template that it is made from. */
public final class SetupFile {
  private static final String TEMPLATE = "setup.yml.template";

  private SetupFile() {}

  /** The outcome of reading the file. */
  public sealed interface Reading {
    record Users(List<DefaultUser> users) implements Reading {
      public Users {
        users = List.copyOf(users);
      }
    }

    /** What is wrong with it, in the order of lines. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * One thing that is wrong; it never quotes a password.
   *
   * @param line counted from 1; 0 where it is about the file as a whole
   * @param field which one, {@code default_users[0].phone}; empty where it is about no field
   */
  public record Fault(Path file, int line, String field, String detail) {
    /** {@code setup/setup.yml:7: default_users[0].phone: must be ...} */
    @Override
    public String toString() {
      return file
          + (line > 0 ? ":" + line : "")
          + ": "
          + (field.isEmpty() ? "" : field + ": ")
          + detail;
    }
  }

  /**
   * Makes the file from the template unless there is one already; that one is left alone.
   *
   * @return whether it was made
   */
  public static boolean ensure(Path file) throws IOException {
    try (InputStream template = openTemplate()) {
      return PrivateFile.create(file, new String(template.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Reads the default users by the rules that hold for all users. */
  public static Reading read(Path file, UserRules rules) throws IOException {
    try {
      return new DefaultUsersReader(file, rules).read(YamlDocument.parse(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return new Reading.Faulty(List.of(new Fault(file, 0, "", "there is no such file")));
    } catch (YamlFault e) {
      return new Reading.Faulty(List.of(new Fault(file, e.line(), "", e.detail())));
    }
  }

  private static InputStream openTemplate() {
    return Objects.requireNonNull(
        SetupFile.class.getResourceAsStream(TEMPLATE), TEMPLATE + " is missing in the jar");
  }
}
