package dev.hexdesk.application.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who a ticket names and may be shown along with it. */
public enum ExpandableRelation {
  EMPLOYEE,
  OWNER,
  ASSIGNEE;

  /** The relation as people write it, {@code assignee}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExpandableRelation> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
