package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;

/** Lists the tags that tickets bear, by name. */
public interface ListTags {
  record Query(Actor actor, PageSelection page) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Listed(Page<TagCount> page) implements Result {}

    record Denied(Denial denial) implements Result {}
  }

  Result listTags(Query query);
}
