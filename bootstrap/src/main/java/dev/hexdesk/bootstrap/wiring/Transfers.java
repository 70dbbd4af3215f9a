package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.transfer.ExportEmployees;
import dev.hexdesk.application.transfer.ExportService;
import dev.hexdesk.application.transfer.ExportTickets;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.application.transfer.ImportService;
import dev.hexdesk.application.transfer.TicketImportRules;
import dev.hexdesk.application.transfer.TicketRowParser;
import dev.hexdesk.application.user.UserQueries;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.transfer.JdbiEmployeeImporter;
import dev.hexdesk.persistence.transfer.JdbiTicketImporter;
import java.time.InstantSource;

/**
 * What moves many rows in and out.
 *
 * @param users on whose behalf it can be done
 */
public record Transfers(
    ExportEmployees exportEmployees,
    ExportTickets exportTickets,
    ImportRows importEmployees,
    ImportRows importTickets,
    UserQueries users) {

  static Transfers of(
      HexdeskConfiguration configuration,
      JdbiUnitOfWork unitOfWork,
      Repositories stored,
      RolePolicy policy,
      InstantSource clock) {
    int mostRows = configuration.transfers().mostRows();
    var exports = new ExportService(stored.ticketQueries, stored.employeeQueries, policy);
    var ticketParser = new TicketRowParser(configuration.ticketRules());
    return new Transfers(
        exports,
        exports,
        ImportService.ofEmployees(
            new JdbiEmployeeImporter(unitOfWork),
            configuration.employeeRules(),
            policy,
            clock,
            mostRows),
        ImportService.ofTickets(
            new JdbiTicketImporter(unitOfWork, ticketParser, new TicketImportRules(policy)),
            ticketParser,
            policy,
            clock,
            mostRows),
        stored.userQueries);
  }
}
