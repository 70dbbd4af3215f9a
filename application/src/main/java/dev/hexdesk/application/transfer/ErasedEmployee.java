package dev.hexdesk.application.transfer;

import dev.hexdesk.application.transfer.ImportRecord.Cell;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Knows the row that an export has of somebody who was erased: no rule lets its texts be written.
 */
final class ErasedEmployee {
  /** Of these it may say what it wants, as nothing of it is taken. */
  private static final Set<String> OF_HISTORY = Set.of("created_at", "updated_at");

  private ErasedEmployee() {}

  /** The row where it says nothing else than what is left of this person. */
  static Optional<ImportedEmployee> of(ImportRecord row, OptionalLong id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    EmployeeId person = new EmployeeId(id.getAsLong());
    // That of nearly all rows tells already that they are somebody else's.
    String lastName = EmployeeProfile.lastNameOfErased(person).value();
    if (!new Cell.Text(lastName).equals(row.cells().get("last_name"))) {
      return Optional.empty();
    }
    EmployeeProfile left = EmployeeProfile.ofErased(person);
    return saysNothingElse(row.cells(), textsOf(person, left))
        ? Optional.of(
            new ImportedEmployee(
                row.line(),
                Set.of(),
                id,
                Optional.empty(),
                EmployeeChanges.to(left),
                Optional.empty(),
                Optional.empty()))
        : Optional.empty();
  }

  private static boolean saysNothingElse(Map<String, Cell> cells, List<String> left) {
    List<String> columns = EmployeeRowParser.COLUMNS.exported();
    return IntStream.range(0, columns.size())
        .allMatch(n -> isText(cells, columns.get(n), left.get(n)));
  }

  private static boolean isText(Map<String, Cell> cells, String column, String left) {
    return OF_HISTORY.contains(column)
        || switch (cells.get(column)) {
          case null -> true;
          case Cell.Text(String text) -> text.equals(left);
          case Cell.Number(String digits) -> digits.equals(left);
          case Cell.Texts texts -> false;
        };
  }

  /** The cells of the row, in the order of the columns. */
  private static List<String> textsOf(EmployeeId person, EmployeeProfile left) {
    Texts texts = new Texts(new ArrayList<>());
    EmployeeRowParser.COLUMNS.write(
        new Employee(person, left, Optional.empty(), Version.FIRST, Instant.EPOCH, Instant.EPOCH),
        texts);
    return texts.all();
  }

  private record Texts(List<String> all) implements CellWriter {
    @Override
    public void nothing() {
      all.add("");
    }

    @Override
    public void text(String value) {
      all.add(value);
    }

    @Override
    public void number(long value) {
      all.add(Long.toString(value));
    }

    @Override
    public void moment(Instant value) {
      all.add(value.toString());
    }

    @Override
    public void texts(Collection<String> values) {
      all.add(String.join(" ", values));
    }
  }
}
