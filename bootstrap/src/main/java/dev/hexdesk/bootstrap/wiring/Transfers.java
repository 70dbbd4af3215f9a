package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.transfer.ExportEmployees;
import dev.hexdesk.application.transfer.ExportTickets;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.application.user.UserQueries;

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
    UserQueries users) {}
