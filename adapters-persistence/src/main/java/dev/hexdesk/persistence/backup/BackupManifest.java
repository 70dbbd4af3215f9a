package dev.hexdesk.persistence.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup says of itself.
 *
 * @param program the version that made it
 * @param made when
 * @param changeSets what had been done to the tables, in the order of the changelog
 * @param tables what is in it
 * @param sequences where they stood, later than the tables
 */
public record BackupManifest(
    String program,
    Instant made,
    List<String> changeSets,
    List<Table> tables,
    List<Sequence> sequences) {
  private static final String FORMAT = "hexdesk-backup 1";
  private static final Pattern TABLE =
      Pattern.compile("table ([a-z_]+) ([0-9]{1,18}) ([0-9a-f]{64}) ([a-z_,]+)");
  private static final Pattern SEQUENCE = Pattern.compile("sequence ([a-z_0-9]+) ([0-9]{1,18})");

  public BackupManifest {
    changeSets = List.copyOf(changeSets);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
  }

  /**
   * A table's rows.
   *
   * @param sha256 of what COPY says of them
   */
  public record Table(String name, long rows, String sha256, List<String> columns) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A sequence.
   *
   * @param last the number that it gave last; 0 where it gave none
   */
  public record Sequence(String name, long last) {}

  /** All of it as text, line by line. */
  String text() {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    text.append("program ").append(program).append('\n');
    text.append("made ").append(made).append('\n');
    changeSets.forEach(each -> text.append("changeset ").append(each).append('\n'));
    tables.forEach(
        table ->
            text.append(
                "table %s %d %s %s\n"
                    .formatted(
                        table.name(),
                        table.rows(),
                        table.sha256(),
                        String.join(",", table.columns()))));
    sequences.forEach(
        each ->
            text.append("sequence ")
                .append(each.name())
                .append(' ')
                .append(each.last())
                .append('\n'));
    return text.toString();
  }

  /**
   * Reads the text.
   *
   * @throws DamagedBackup when it is none of ours
   */
  static BackupManifest of(String text) throws DamagedBackup {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().startsWith("hexdesk-backup ")) {
      throw new DamagedBackup("it is no backup of Hexdesk");
    }
    if (!lines.getFirst().equals(FORMAT)) {
      throw new DamagedBackup("a newer version of Hexdesk made it, in a form that is unknown here");
    }
    String program = "";
    Instant made = Instant.EPOCH;
    List<String> changeSets = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    List<Sequence> sequences = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String value = line.substring(line.indexOf(' ') + 1);
      switch (line.substring(0, Math.max(0, line.indexOf(' ')))) {
        case "program" -> program = value;
        case "made" -> made = instant(value);
        case "changeset" -> changeSets.add(value);
        case "table" -> {
          Matcher table = matched(TABLE, line);
          tables.add(
              new Table(
                  table.group(1),
                  Long.parseLong(table.group(2)),
                  table.group(3),
                  List.of(table.group(4).split(",", -1))));
        }
        case "sequence" -> {
          Matcher sequence = matched(SEQUENCE, line);
          sequences.add(new Sequence(sequence.group(1), Long.parseLong(sequence.group(2))));
        }
        default -> throw unreadable(line);
      }
    }
    return new BackupManifest(program, made, changeSets, tables, sequences);
  }

  private static Instant instant(String value) throws DamagedBackup {
    try {
      return Instant.parse(value);
    } catch (DateTimeException unknown) {
      throw unreadable(value);
    }
  }

  private static Matcher matched(Pattern form, String line) throws DamagedBackup {
    Matcher matcher = form.matcher(line);
    if (!matcher.matches()) {
      throw unreadable(line);
    }
    return matcher;
  }

  private static DamagedBackup unreadable(String line) {
    return new DamagedBackup("its list of contents can't be read: " + line);
  }

  /** How many rows there are in all. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
