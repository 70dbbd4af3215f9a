package dev.hexdesk.bootstrap.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The change sets of this version with their checksums, as Liquibase makes them of the changelog.
 * They are a resource beside it, so that a start on a database that has them all needs no
 * Liquibase: to read the changelog takes it longer than all else that such a start has to ask of
 * the database.
 *
 * @param checksums by the change set's name, in the order of the changelog
 */
record ChangeSetList(Map<String, String> checksums) {
  static final String RESOURCE = "change-sets.txt";

  ChangeSetList {
    checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
  }

  /** The name that tells a change set from all others. */
  static String name(String file, String id, String author) {
    return file + "::" + id + "::" + author;
  }

  static ChangeSetList bundled() {
    Map<String, String> checksums = new LinkedHashMap<>();
    try (InputStream in =
            Objects.requireNonNull(
                ChangeSetList.class.getClassLoader().getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        int space = line.indexOf(' ');
        checksums.put(line.substring(space + 1), line.substring(0, space));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new ChangeSetList(checksums);
  }

  /** One line for each change set, its checksum first. */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    checksums.forEach((name, sum) -> lines.append(sum).append(' ').append(name).append('\n'));
    return lines.toString();
  }
}
