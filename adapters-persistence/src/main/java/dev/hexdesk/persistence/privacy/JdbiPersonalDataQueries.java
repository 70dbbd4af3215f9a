package dev.hexdesk.persistence.privacy;

import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.privacy.PersonalDataQueries;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.persistence.comment.JdbiCommentRepository;
import dev.hexdesk.persistence.employee.JdbiEmployeeQueries;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.JdbiTicketHistory;
import dev.hexdesk.persistence.ticket.JdbiTicketQueries;
import java.time.Duration;
import java.util.Optional;

/** Reads from PostgreSQL what is stored on employees, a few hundred rows at a time. */
public final class JdbiPersonalDataQueries implements PersonalDataQueries {
  private static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(30);

  private final JdbiUnitOfWork unitOfWork;
  private final JdbiEmployeeQueries employees;

  public JdbiPersonalDataQueries(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.employees = new JdbiEmployeeQueries(unitOfWork);
  }

  @Override
  public Optional<Employee> find(EmployeeId id) {
    return employees.find(id);
  }

  @Override
  public RowStream<PersonalDataItem> extract(EmployeeId id, CommentAccess access) {
    return unitOfWork.longTransactions().stream(
        STATEMENT_TIMEOUT,
        (handle, handler) -> {
          JdbiTicketQueries.forEachOf(
              handle, id, ticket -> handler.accept(new PersonalDataItem.TicketData(ticket)));
          JdbiCommentRepository.forEachOf(
              handle, id, access, it -> handler.accept(new PersonalDataItem.CommentData(it)));
          JdbiTicketHistory.forEachOf(
              handle,
              id,
              access,
              (ticket, entry) -> handler.accept(new PersonalDataItem.HistoryData(ticket, entry)));
        });
  }
}
