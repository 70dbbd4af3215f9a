package dev.hexdesk.application.ticket;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.domain.access.Actor;

/** Lists the tags that tickets bear, by name. */
public interface ListTags {
  record Query(Actor actor, PageSelection page) {}

  AccessResult<Page<TagCount>> listTags(Query query);
}
