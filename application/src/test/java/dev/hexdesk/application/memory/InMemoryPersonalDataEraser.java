package dev.hexdesk.application.memory;

import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.privacy.PersonalDataEraser;
import dev.hexdesk.application.privacy.RedactionCounts;
import dev.hexdesk.application.privacy.WordPattern;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Erases in memory. */
public record InMemoryPersonalDataEraser(InMemoryDepartment department)
    implements PersonalDataEraser {
  record Order(UserId caller, EmployeeId employee) {}

  record Token(String secret, Set<IdentifyingText> words, Instant expiresAt) {}

  private static final Set<String> TEXTS =
      Stream.concat(TicketDetails.FREE_TEXTS.keySet().stream(), Stream.of("body"))
          .collect(Collectors.toSet());

  private Set<TicketId> concerned(EmployeeId id) {
    Set<TicketId> concerned = new HashSet<>();
    department.tickets.values().stream()
        .filter(ticket -> ticket.details().employeeId().equals(id))
        .map(Ticket::id)
        .forEach(concerned::add);
    FieldValue named = FieldValue.of(id.value());
    for (InMemoryHistory.Kept kept : department.history.values()) {
      for (FieldChange change : kept.entry().changes()) {
        if (change.field().equals("employee_id")
            && (change.from().equals(named) || change.to().equals(named))) {
          concerned.add(kept.ticket());
        }
      }
    }
    department.tickets.values().stream()
        .sorted(Comparator.comparing(ticket -> ticket.id().value()))
        .filter(ticket -> concerned.contains(ticket.id()))
        .forEach(ticket -> ticket.mergedInto().ifPresent(concerned::add));
    return concerned;
  }

  @Override
  public Extent extentOf(EmployeeId id) {
    return department.unitOfWork.statement(
        () -> {
          Set<TicketId> concerned = concerned(id);
          return new Extent(
              department.tickets.keySet().stream().filter(concerned::contains).count(),
              department.comments.values().stream()
                  .filter(comment -> concerned.contains(comment.ticketId()))
                  .count());
        });
  }

  @Override
  public RedactionCounts removeTraces(EmployeeId id, Set<IdentifyingText> words, Instant now) {
    return department.unitOfWork.statement(
        () -> {
          Set<TicketId> concerned = concerned(id);
          UnaryOperator<String> without = without(words);
          department.idempotency.values().removeIf(kept -> shows(kept, id, concerned));
          return new RedactionCounts(
              change(
                  department.tickets,
                  each -> concerned.contains(each.id()) ? ticket(each, without, now) : each),
              change(
                  department.comments,
                  each -> concerned.contains(each.ticketId()) ? comment(each, without, now) : each),
              change(
                  department.history,
                  each -> concerned.contains(each.ticket()) ? entry(each, without) : each));
        });
  }

  private static boolean shows(
      InMemoryIdempotencyRecords.Kept kept, EmployeeId id, Set<TicketId> concerned) {
    DataSubjects shown = kept.outcome().answer().subjects();
    return shown.employees().contains(id) || !Collections.disjoint(shown.tickets(), concerned);
  }

  private static <K, V> long change(Map<K, V> rows, UnaryOperator<V> change) {
    long changed = 0;
    for (Map.Entry<K, V> row : rows.entrySet()) {
      V after = change.apply(row.getValue());
      if (!after.equals(row.getValue())) {
        row.setValue(after);
        changed++;
      }
    }
    return changed;
  }

  private static UnaryOperator<String> without(Set<IdentifyingText> words) {
    Pattern pattern = Pattern.compile(WordPattern.of(words));
    String mark = "$1" + Matcher.quoteReplacement(PLACEHOLDER);
    return text -> pattern.matcher(text).replaceAll(mark);
  }

  private static Ticket ticket(Ticket ticket, UnaryOperator<String> without, Instant now) {
    TicketDetails details = ticket.details();
    TicketDetails erased = TicketBuilder.redacted(details, without);
    return erased.equals(details) ? ticket : TicketBuilder.next(ticket, erased, now);
  }

  private static Comment comment(Comment comment, UnaryOperator<String> without, Instant now) {
    CommentBody body = new CommentBody(without.apply(comment.body().value()));
    return body.equals(comment.body())
        ? comment
        : new Comment(
            comment.id(),
            comment.ticketId(),
            comment.authorId(),
            comment.authorName(),
            body,
            comment.visibility(),
            comment.version().next(),
            comment.createdAt(),
            now);
  }

  private static InMemoryHistory.Kept entry(
      InMemoryHistory.Kept kept, UnaryOperator<String> without) {
    HistoryEntry entry = kept.entry();
    List<FieldChange> changes =
        entry.changes().stream()
            .map(
                change ->
                    TEXTS.contains(change.field())
                        ? new FieldChange(
                            change.field(),
                            value(change.from(), without),
                            value(change.to(), without))
                        : change)
            .toList();
    return new InMemoryHistory.Kept(
        kept.ticket(),
        kept.internal(),
        new HistoryEntry(
            entry.id(), entry.at(), entry.actorId(), entry.actorName(), entry.action(), changes));
  }

  private static FieldValue value(FieldValue value, UnaryOperator<String> without) {
    return value instanceof FieldValue.Text(String text)
        ? FieldValue.of(without.apply(text))
        : value;
  }

  @Override
  public void announce(
      UserId caller, EmployeeId id, Set<IdentifyingText> words, String token, Instant expiresAt) {
    department.unitOfWork.statement(
        () -> department.erasures.put(new Order(caller, id), new Token(token, words, expiresAt)));
  }

  @Override
  public boolean confirm(
      UserId caller, EmployeeId id, Set<IdentifyingText> words, String token, Instant now) {
    return department.unitOfWork.statement(
        () -> {
          department.erasures.values().removeIf(kept -> !kept.expiresAt().isAfter(now));
          Order order = new Order(caller, id);
          Token kept = department.erasures.get(order);
          return kept != null
              && kept.secret().equals(token)
              && kept.words().equals(words)
              && department.erasures.remove(order) != null;
        });
  }
}
