package dev.hexdesk.rest.ticket;

import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.domain.ticket.LinkRole;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All links of a ticket, as clients read them. */
@Schema(name = "LinkList", description = "All links of a ticket, by the ids of the others.")
public record LinkListResponse(@ArraySchema(maxItems = LinkRole.MOST) List<LinkResponse> items) {

  static LinkListResponse of(List<LinkView> links) {
    return new LinkListResponse(links.stream().map(LinkResponse::of).toList());
  }
}
