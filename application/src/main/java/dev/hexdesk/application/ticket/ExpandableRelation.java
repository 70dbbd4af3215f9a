package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.shared.Coded;
import java.util.Optional;

/** Who a ticket names and may be shown along with it. */
public enum ExpandableRelation implements Coded {
  EMPLOYEE,
  OWNER,
  ASSIGNEE;

  public static Optional<ExpandableRelation> of(String code) {
    return Coded.find(ExpandableRelation.class, code);
  }
}
