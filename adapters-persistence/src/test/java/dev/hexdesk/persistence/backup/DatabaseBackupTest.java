package dev.hexdesk.persistence.backup;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseBackupTest {
  private static final List<String> CHANGE_SETS = List.of("a.sql::1::hexdesk", "b.sql::2::hexdesk");
  private static final Progress SILENT = Progresses.silent();

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;
  private StoreFixture given;
  private User alice;
  private Employee iryna;

  @BeforeEach
  void fill(Store empty) {
    given = StoreFixture.in(empty);
    alice = given.user(aUser().named("alice"));
    iryna = given.employee(anEmployee().called("Зоя\tTab", "back\\slash").knownAs("new\nline"));
    ticket("The first");
    ticket("The second");
  }

  private void ticket(String title) {
    given.ticket(aTicket().titled(title).forEmployee(iryna).ownedBy(alice).assignedTo(alice));
  }

  private Path backup() throws SQLException, IOException {
    return backup(SILENT);
  }

  private Path backup(Progress progress) throws SQLException, IOException {
    Path file = folder.resolve("backup");
    try (OutputStream out = Files.newOutputStream(file)) {
      new DatabaseBackup(DATABASE.with("application_name", "backup"))
          .write(out, "1.2.3", CHANGE_SETS, progress);
    }
    return file;
  }

  private static void restore(Path file) throws SQLException, IOException {
    try (BackupFile backup = BackupFile.open(file)) {
      new DatabaseRestore(DATABASE.with("application_name", "restore")).restore(backup, SILENT);
    }
  }

  /** All rows of each table, as PostgreSQL writes them. */
  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    BackupTables.ALL.forEach(
        table ->
            rows.put(
                table, DATABASE.strings("SELECT t::text FROM %s t ORDER BY 1".formatted(table))));
    return rows;
  }

  /** All that belongs to tables and is not a row. */
  private static List<String> schema() {
    return DATABASE.strings(
        """
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated::text
          FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         UNION ALL
        SELECT pg_get_indexdef(indexrelid) || indisvalid::text FROM pg_index
          JOIN pg_class ON pg_class.oid = indrelid WHERE relnamespace = 'public'::regnamespace
         UNION ALL
        SELECT tgrelid::regclass || ' ' || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
         ORDER BY 1
        """);
  }

  @Test
  void holdsAllTablesThatThereAre() {
    assertThat(
            DATABASE.strings(
                """
                SELECT relname FROM pg_class
                 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                   AND relname NOT LIKE 'databasechangelog%'
                """))
        .containsExactlyInAnyOrderElementsOf(BackupTables.ALL);
  }

  @Test
  void bringsBackWhatWasThere() throws Exception {
    Map<String, List<String>> before = rows();
    List<String> schema = schema();
    Path file = backup();
    ticket("Later");
    DATABASE.execute("UPDATE users SET first_name = 'Changed'");

    restore(file);

    assertThat(rows()).isEqualTo(before);
    assertThat(before.get("tickets")).hasSize(2);
    assertThat(schema()).isEqualTo(schema);
  }

  /** Whatever is made next gets a number that nobody has had. */
  @Test
  void numbersGoOnWhereTheyStood() throws Exception {
    Path file = backup();
    String last = DATABASE.strings("SELECT max(id) FROM tickets").getFirst();
    ticket("Later");

    restore(file);
    ticket("After");

    assertThat(DATABASE.strings("SELECT max(id) FROM tickets"))
        .containsExactly(Long.toString(Long.parseLong(last) + 1));
  }

  /** Nobody sees half of what somebody wrote meanwhile. */
  @Test
  void isOfOneMoment() throws Exception {
    Map<String, List<String>> before = rows();
    Path file =
        backup(
            Progresses.atEachBeginning(
                table -> {
                  given.user(aUser().named("during" + table.replace("_", "")));
                  ticket("Written during " + table);
                }));

    restore(file);

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void saysWhatItIs() throws Exception {
    try (BackupFile file = BackupFile.open(backup())) {
      BackupManifest manifest = file.manifest();

      assertThat(manifest.program()).isEqualTo("1.2.3");
      assertThat(manifest.changeSets()).isEqualTo(CHANGE_SETS);
      assertThat(manifest.tables())
          .extracting(BackupManifest.Table::name)
          .isEqualTo(BackupTables.ALL);
      assertThat(manifest.rows()).isEqualTo(rows().values().stream().mapToLong(List::size).sum());
      assertThat(BackupManifest.of(manifest.text())).isEqualTo(manifest);
    }
  }

  @Test
  void aFileThatWasCutShortIsNone() throws Exception {
    byte[] whole = Files.readAllBytes(backup());
    Path cut = folder.resolve("cut");
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
      Files.write(cut, java.util.Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> restore(cut))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(DamagedBackup.class);
    }
  }

  /** As with any byte that a disk has lost. */
  @Test
  void aFileThatWasAlteredChangesNothing() throws Exception {
    Path file = backup();
    Map<String, List<String>> before = rows();
    for (String entry : List.of("users.copy", "tickets.copy", "MANIFEST")) {
      Path altered = rewritten(file, entry);

      assertThatThrownBy(() -> restore(altered)).as(entry).isInstanceOf(DamagedBackup.class);
    }
    byte[] bytes = Files.readAllBytes(file);
    int start =
        new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tickets.copy")
            + "tickets.copy".length();
    for (int at = start; at < start + 40; at++) {
      bytes[at] ^= 0x10;
      Files.write(folder.resolve("bit"), bytes);
      assertThatThrownBy(() -> restore(folder.resolve("bit"))).isInstanceOf(DamagedBackup.class);
      bytes[at] ^= 0x10;
    }

    assertThat(rows()).isEqualTo(before);
  }

  /** The archive with one letter of one entry changed, and otherwise as a ZIP has to be. */
  private Path rewritten(Path file, String changed) throws IOException {
    Path made = folder.resolve(changed + ".altered");
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
      for (ZipEntry entry : zip.stream().toList()) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(changed)) {
          String text = new String(content, StandardCharsets.UTF_8);
          content = text.replaceFirst("[1-9](?=[^1-9]*$)", "0").getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(content);
      }
      out.setComment(zip.getComment());
    }
    return made;
  }

  @Test
  void whatIsNoBackupIsRefused() throws Exception {
    Path other = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
      out.putNextEntry(new ZipEntry("letter.txt"));
    }
    assertThatThrownBy(() -> restore(other))
        .isInstanceOf(DamagedBackup.class)
        .hasMessage("it is no backup of Hexdesk");

    Files.writeString(other, "no archive at all");
    assertThatThrownBy(() -> restore(other)).isInstanceOf(DamagedBackup.class);
  }

  @Test
  void aFormatOfTheFutureIsRefused() {
    assertThatThrownBy(() -> BackupManifest.of("hexdesk-backup 2\nwhatever\n"))
        .isInstanceOf(DamagedBackup.class)
        .hasMessageContaining("newer version");
    for (String line : List.of("tables", "table users x y z", "sequence ; 1", "made yesterday")) {
      assertThatThrownBy(() -> BackupManifest.of("hexdesk-backup 1\n" + line + "\n"))
          .as(line)
          .isInstanceOf(DamagedBackup.class);
    }
  }

  /** They would be lost with what it has. */
  @Test
  void tellsWhoIsThere() throws Exception {
    DatabaseRestore restore = new DatabaseRestore(DATABASE.with("application_name", "restore"));

    assertThat(restore.present()).isEqualTo(4);
    assertThat(restore.servers()).isZero();
    PGSimpleDataSource listening = new PGSimpleDataSource();
    listening.setUrl(DATABASE.url());
    listening.setApplicationName("hexdesk-changes");
    try (Connection server = listening.getConnection()) {
      assertThat(server.isValid(5)).isTrue();
      assertThat(restore.servers()).isEqualTo(1);
    }
  }

  /** Nothing is written before it is whole. */
  @Test
  void aBackupThatCannotBeWrittenSaysSo() {
    OutputStream full =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            throw new java.io.UncheckedIOException(new IOException("no space left"));
          }
        };

    assertThatThrownBy(
            () ->
                new DatabaseBackup(DATABASE.with("application_name", "backup"))
                    .write(full, "1", CHANGE_SETS, SILENT))
        .hasMessageContaining("no space left");
  }
}
