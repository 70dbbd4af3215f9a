package dev.hexdesk.persistence.privacy;

import dev.hexdesk.application.privacy.PersonRecord;
import dev.hexdesk.application.privacy.PersonalDataQueries;
import dev.hexdesk.application.privacy.PersonalDatum;
import dev.hexdesk.application.transfer.Extract;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.persistence.comment.JdbiComments;
import dev.hexdesk.persistence.employee.JdbiEmployeeQueries;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.JdbiTicketHistory;
import dev.hexdesk.persistence.ticket.JdbiTicketQueries;
import java.time.Duration;
import java.util.Optional;

/** Reads from PostgreSQL what is stored on employees, a few hundred rows at a time. */
public final class JdbiPersonalData implements PersonalDataQueries {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JdbiUnitOfWork unitOfWork;
  private final JdbiEmployeeQueries employees;

  public JdbiPersonalData(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.employees = new JdbiEmployeeQueries(unitOfWork);
  }

  @Override
  public Optional<PersonRecord> find(EmployeeId id) {
    return employees.find(id).map(employee -> new PersonRecord(employee, externalId(id)));
  }

  private Optional<ExternalId> externalId(EmployeeId id) {
    return unitOfWork
        .with(
            handle ->
                handle
                    .createQuery(
                        "SELECT external_id FROM employees"
                            + " WHERE id = ? AND external_id IS NOT NULL")
                    .bind(0, id.value())
                    .mapTo(String.class)
                    .findOne())
        .map(ExternalId::new);
  }

  @Override
  public Extract<PersonalDatum> extract(EmployeeId id, boolean internalToo) {
    return handler ->
        unitOfWork.readLong(
            PATIENCE,
            handle -> {
              JdbiTicketQueries.forEachOf(
                  handle, id, ticket -> handler.accept(new PersonalDatum.Work(ticket)));
              JdbiComments.forEachOf(
                  handle, id, internalToo, it -> handler.accept(new PersonalDatum.Said(it)));
              JdbiTicketHistory.forEachOf(
                  handle,
                  id,
                  internalToo,
                  (ticket, entry) -> handler.accept(new PersonalDatum.Happened(ticket, entry)));
              return true;
            });
  }
}
