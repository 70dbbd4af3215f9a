package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import java.util.List;

/** Lists the tags that tickets bear, by name. */
public interface ListTags {
  /** What came of it. */
  sealed interface Result {
    record Listed(List<TagCount> tags) implements Result {
      public Listed {
        tags = List.copyOf(tags);
      }
    }

    record Denied(Denial denial) implements Result {}
  }

  Result listTags(Actor actor);
}
