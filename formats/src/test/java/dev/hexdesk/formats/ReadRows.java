package dev.hexdesk.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.RowReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a reader makes of a file that may have the columns title, tags and phone. */
record ReadRows(List<ImportRecord> rows, ImportErrors errors) {
  static final Set<String> COLUMNS = Set.of("title", "tags", "phone");

  static ReadRows of(RowReader reader) {
    return upTo(Integer.MAX_VALUE, reader);
  }

  /** Of a file whose reading is stopped after {@code most} rows. */
  static ReadRows upTo(int most, RowReader reader) {
    List<ImportRecord> rows = new ArrayList<>();
    ImportErrors errors = new ImportErrors();
    reader.read(COLUMNS, row -> rows.add(row) && rows.size() < most, errors);
    return new ReadRows(rows, errors);
  }

  /** Each fault as line, field and code. */
  List<String> errorCodes() {
    return errors.first().stream()
        .map(it -> "%d %s %s".formatted(it.line(), it.field(), it.code()))
        .toList();
  }

  static InputStream file(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  /** Where a file can't be read on, its reader fails, too: nothing passes for its end. */
  static void assertFailsAsItsFileDoes(String begin, Function<InputStream, RowReader> reader) {
    IOException gone = new IOException("the client is gone");
    assertThatThrownBy(() -> of(reader.apply(broken(begin, gone))))
        .isInstanceOf(UncheckedIOException.class)
        .hasCause(gone);
  }

  /** A file that begins so and then can't be read. */
  private static InputStream broken(String begin, IOException failure) {
    InputStream before = file(begin);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int next = before.read();
        if (next < 0) {
          throw failure;
        }
        return next;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = before.read(buffer, offset, length);
        if (read < 0) {
          throw failure;
        }
        return read;
      }
    };
  }
}
