package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.PrivateFile;
import dev.hexdesk.formats.TransferFormat;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/**
 * Where rows come from or go to: a file, a pipe, a device, or what the command itself was given by
 * its caller to read from and write to.
 *
 * @param name as the operator gave it
 */
record TransferFile(String name) {
  private static final String STANDARD = "-";

  // By these names, a stream that another user has opened could not be opened again.
  private static final Set<String> STANDARD_INPUT =
      Set.of(STANDARD, "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");
  private static final Set<String> STANDARD_OUTPUT =
      Set.of(STANDARD, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

  /** Open as long as the program runs; System.out would keep to itself what goes wrong. */
  private static final OutputStream OUTPUT = new FileOutputStream(FileDescriptor.out);

  /** Writes all of a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private Path path() {
    return Path.of(name);
  }

  /** The format that the name tells. */
  Optional<TransferFormat> format() {
    return TransferFormat.ofFileName(String.valueOf(path().getFileName()));
  }

  /**
   * Checks that the name does not promise what an export is not.
   *
   * @throws OperatorException when it does
   */
  void requireNameOfCsv() {
    if (TransferFormat.isNameOfOther(String.valueOf(path().getFileName()))) {
      throw new OperatorException(
          "Exports are CSV, which "
              + name
              + " does not look like. Let the name end in .csv; to pack it, or to make something"
              + " else of it, write to - and pipe that on.");
    }
  }

  InputStream open() throws IOException {
    if (STANDARD_INPUT.contains(name)) {
      return new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    }
    boolean isPlain = Files.isRegularFile(path()) || Files.notExists(path());
    // Of a pipe, what the first of them makes can't be asked how much there is to read.
    return new BufferedInputStream(
        isPlain ? Files.newInputStream(path()) : new FileInputStream(path().toFile()));
  }

  /** Writes it. A regular file that is there already is left alone. */
  void write(Content content) throws IOException {
    if (STANDARD_OUTPUT.contains(name)) {
      content.writeTo(OUTPUT);
    } else if (isPipeOrDevice()) {
      try (OutputStream out = Files.newOutputStream(path(), StandardOpenOption.WRITE)) {
        content.writeTo(out);
      }
    } else {
      writeNew(content);
    }
  }

  private boolean isPipeOrDevice() {
    return Files.exists(path()) && !Files.isRegularFile(path()) && !Files.isDirectory(path());
  }

  /** For nobody else to read, as it holds people's data; and never a part of it under that name. */
  private void writeNew(Content content) throws IOException {
    if (!PrivateFile.create(path(), content::writeTo)) {
      throw new OperatorException(name + " is there already, and is left alone.");
    }
  }

  @Override
  public String toString() {
    return name.equals(STANDARD) ? "standard output" : name;
  }
}
