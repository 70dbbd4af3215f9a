package dev.hexdesk.rest.privacy;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.privacy.ShowPersonalData.PersonalData;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import dev.hexdesk.rest.transfer.StreamingDownloads;
import dev.hexdesk.rest.transfer.TransferBulkhead;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalDataResourceTest {
  private static final Employee PERSON = anEmployee().called("Zoë", "Weiß").build();
  private static final PersonalDataItem TICKET = new PersonalDataItem.TicketData(aTicket().build());
  private static final PersonalDataItem EVENT =
      new PersonalDataItem.HistoryData(
          new TicketId(301),
          new HistoryEntry(9, NOON, new UserId(7), "Olena", TicketAction.DELETED, List.of()));

  private static TestResponse get(ReadResult<PersonalData> result, int atOnce) {
    StreamingDownloads downloads =
        new StreamingDownloads(new TransferBulkhead(atOnce, Duration.ofMinutes(1)), request -> {});
    return Api.of(new PersonalDataResource(query -> result, downloads, InstantSource.fixed(NOON)))
        .get("/api/v1/employees/12/personal-data")
        .as(MANAGER)
        .send();
  }

  private static TestResponse get(ReadResult<PersonalData> result) {
    return get(result, 1);
  }

  private static ReadResult<PersonalData> found(RowStream<PersonalDataItem> data) {
    return new ReadResult.Found<>(new PersonalData(PERSON, CommentAccess.PUBLIC, data));
  }

  @Test
  void handsOutOneFileThatNobodyKeeps() {
    TestResponse answer =
        get(found((opened, handler) -> List.of(TICKET, TICKET, EVENT).forEach(handler)));

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Content-Type", "application/json")
        .hasHeader(
            "Content-Disposition", "attachment; filename=\"employee-12-personal-data.json\"");
    JsonNode json = answer.json();
    assertThat(json.path("exported_at").asText()).isEqualTo("2026-11-23T12:00:00.000Z");
    assertThat(json.path("internal_included").asBoolean(true)).isFalse();
    assertThat(json.at("/employee/last_name").asText()).isEqualTo("Weiß");
    assertThat(json.path("tickets")).hasSize(2);
    assertThat(json.path("comments").isArray()).isTrue();
    assertThat(json.path("comments")).isEmpty();
    assertThat(json.at("/history/0/ticket_id").asLong()).isEqualTo(301);
    assertThat(json.at("/history/0/entry/action").asText()).isEqualTo("deleted");
  }

  @Test
  void handsOutEmptyListsOfSomebodyWithoutTickets() {
    JsonNode json = get(found((opened, handler) -> {})).json();

    for (String list : List.of("tickets", "comments", "history")) {
      assertThat(json.path(list).isArray()).isTrue();
      assertThat(json.path(list)).isEmpty();
    }
  }

  @Test
  void tellsWhyItCouldNotBe() {
    assertThat(get(new ReadResult.Unknown<>())).isProblem(ProblemType.NOT_FOUND);
    assertThat(get(new ReadResult.Denied<>(new MissingPermission(Permission.PRIVACY_ERASE))))
        .isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(
            get(
                found(
                    (opened, handler) -> {
                      throw new StorageUnavailable(new IllegalStateException());
                    })))
        .isProblem(ProblemType.UNAVAILABLE);
    assertThat(get(found((opened, handler) -> {}), 0)).isProblem(ProblemType.UNAVAILABLE);
  }
}
