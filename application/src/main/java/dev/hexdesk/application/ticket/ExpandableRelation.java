package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.shared.Coded;

/** Who a ticket names and may be shown along with it. */
public enum ExpandableRelation implements Coded {
  EMPLOYEE,
  OWNER,
  ASSIGNEE;
}
