package dev.hexdesk.persistence.support;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.hexdesk.domain.shared.WellFormed;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * What rows must fulfil, all of it. SQL comes in as constants only, which the compiler checks;
 * whatever was given from outside is bound.
 */
public final class Conditions {
  /** Never prepares on the server, where a plan that suits no value would be kept. */
  private static final StatementCustomizer PLANNED_ANEW =
      new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
          statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
      };

  private final List<String> fragments = new ArrayList<>();
  private final List<Argument> values = new ArrayList<>();
  private boolean plannedAnew;

  /** Adds a condition with a {@code ?} for each value. */
  public void add(@CompileTimeConstant final String fragment, Argument... bound) {
    append(fragment, bound);
  }

  /** Adds a condition on a text; one that can't be stored is found nowhere. */
  public void addText(@CompileTimeConstant final String fragment, String text) {
    if (isStorable(text)) {
      add(fragment, SqlValues.text(text));
    } else {
      add("false");
    }
  }

  /**
   * Adds a condition on one of several values, none of which stands for any. One alone is compared
   * by itself, as then an index over it and the id gives the rows in the id's order.
   *
   * @param type the values' type in PostgreSQL
   */
  public void addAnyOf(
      @CompileTimeConstant final String one,
      @CompileTimeConstant final String several,
      String type,
      Collection<?> values) {
    switch (values.size()) {
      case 0 -> {}
      case 1 -> add(one, SqlValues.object(values.iterator().next()));
      default -> add(several, SqlValues.array(type, values));
    }
  }

  /** Demands that each of the words occurs in the row's search text. */
  public void addSearch(String words) {
    FoldedText.patterns(words).forEach(pattern -> addText("search_text LIKE ?", pattern));
  }

  /**
   * Adds a condition on other rows. The statement is planned anew each time then, as how often what
   * is sought occurs decides how it is best found.
   *
   * @param fragment begins a condition and a selection, up to its {@code WHERE}
   */
  public void addSelection(@CompileTimeConstant final String fragment, Conditions selected) {
    append(fragment + selected.where() + ")", selected.values.toArray(Argument[]::new));
    plannedAnew = true;
  }

  /** These conditions and one on other rows. */
  public Conditions and(@CompileTimeConstant final String fragment, Conditions selected) {
    Conditions extended = copy();
    extended.addSelection(fragment, selected);
    return extended;
  }

  private Conditions copy() {
    Conditions copy = new Conditions();
    copy.fragments.addAll(fragments);
    copy.values.addAll(values);
    copy.plannedAnew = plannedAnew;
    return copy;
  }

  public static boolean isStorable(String text) {
    return WellFormed.isUnicode(text) && text.indexOf('\0') < 0;
  }

  /** These conditions and one more. */
  Conditions and(String fragment, Argument... bound) {
    Conditions extended = copy();
    extended.append(fragment, bound);
    return extended;
  }

  /** The {@code WHERE} clause; none where there is no condition. */
  String where() {
    return fragments.isEmpty() ? "" : " WHERE " + String.join(" AND ", fragments);
  }

  /**
   * Binds the values in their order.
   *
   * @return the position of the next one
   */
  int bindTo(Query query) {
    if (plannedAnew) {
      query.addCustomizer(PLANNED_ANEW);
    }
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return values.size();
  }

  private void append(String fragment, Argument... bound) {
    fragments.add(fragment);
    values.addAll(List.of(bound));
  }
}
