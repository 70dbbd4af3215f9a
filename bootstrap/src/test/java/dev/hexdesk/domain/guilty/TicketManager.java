package dev.hexdesk.domain.guilty;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in the domain, and has a name that says nothing. */
final class TicketManager {
  static final Logger LOG = LoggerFactory.getLogger(TicketManager.class);

  private TicketManager() {}
}
