/**
 * Journeys through the whole application: the server as an operator starts it, on a PostgreSQL of
 * its own, spoken to over HTTP by clients who know the contract and nothing else.
 */
@NullMarked
package dev.hexdesk.bootstrap.journey;

import org.jspecify.annotations.NullMarked;
