package dev.hexdesk.rest.transfer;

import static dev.hexdesk.rest.testing.ScriptedUseCase.unexpected;

import dev.hexdesk.application.transfer.ExportEmployees;
import dev.hexdesk.application.transfer.ExportTickets;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.testing.Api;
import java.time.Duration;
import java.time.InstantSource;

/** Use cases of files for one test, which says what those do that it needs. */
final class TransferPorts {
  ExportEmployees exportEmployees = query -> unexpected();
  ExportTickets exportTickets = query -> unexpected();
  ImportRows importEmployees = command -> unexpected();
  ImportRows importTickets = command -> unexpected();
  int atOnce = 1;

  Api api() {
    TransferBulkhead bulkhead = new TransferBulkhead(atOnce, Duration.ofMinutes(1));
    StreamingDownloads downloads = new StreamingDownloads(bulkhead, request -> {});
    return Api.of(
        new EmployeeTransferResource(
            exportEmployees, importEmployees, TestRules.employeeRules(), bulkhead, downloads),
        new TicketTransferResource(
            exportTickets,
            importTickets,
            TestRules.ticketRules(),
            bulkhead,
            downloads,
            InstantSource.fixed(Fixtures.NOON)));
  }
}
