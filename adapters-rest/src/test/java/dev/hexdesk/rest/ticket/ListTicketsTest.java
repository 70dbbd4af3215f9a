package dev.hexdesk.rest.ticket;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.application.ticket.ListTickets;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.ListContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTicketsTest extends ListContract<ListTickets.Query, Ticket> {
  private final TicketPorts ports = new TicketPorts();

  ListTicketsTest() {
    super(
        PRINTER,
        new Sample<>(
            PRINTER_READ,
            new ListTickets.Query(
                actorOf(SUPPORT),
                TicketFilter.all(),
                Sort.ascending(TicketSortField.ID),
                PageSelection.first(50)),
            Permission.TICKET_READ));
    ports.list = useCase::run;
  }

  @Override
  protected TestResponse list(String query) {
    return ports.api().get("/api/v1/tickets" + query).as(SUPPORT).send();
  }

  private TicketFilter filter() {
    return useCase.asked().getLast().filter();
  }

  @Test
  void narrowsTheListByEveryFilter() {
    list(
        "?status=new,open&priority=high,urgent&employee_id=12&owner=7&assignee=8"
            + "&created_after=2026-11-01T00:00:00Z&created_before=2026-11-02T00:00:00.5%2B02:00"
            + "&updated_after=2026-11-03T00:00:00Z&updated_before=2026-11-04T00:00:00-03:00");

    assertThat(filter())
        .isEqualTo(
            new TicketFilter(
                Set.of(TicketStatus.NEW, TicketStatus.OPEN),
                Set.of(Priority.HIGH, Priority.URGENT),
                Optional.of(new EmployeeId(12)),
                Optional.of(new UserId(7)),
                Optional.of(new Assignee.User(new UserId(8))),
                new Period(
                    Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                    Optional.of(Instant.parse("2026-11-01T22:00:00.500Z"))),
                new Period(
                    Optional.of(Instant.parse("2026-11-03T00:00:00Z")),
                    Optional.of(Instant.parse("2026-11-04T03:00:00Z"))),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void searchesForWords() {
    list("?q=%22on+fire%22+-scanner&sort=-relevance");

    assertThat(filter())
        .isEqualTo(TicketFilter.all().with(TicketSearch.of("\"on fire\" -scanner")));
    assertThat(useCase.asked().getFirst().sort())
        .isEqualTo(Sort.descending(TicketSortField.RELEVANCE));
  }

  @Test
  void tellsWhereItIsFoundWhereThatIsWanted() {
    ports.highlight =
        (search, tickets) ->
            Map.of(
                tickets.iterator().next().id(),
                new Highlights(List.of(new Highlights.Range(4, search.length())), List.of()));

    String found = "{\"title\": [{\"start\": 4, \"end\": 11}], \"description\": []}";
    assertThat(list("?q=the+printer&highlight=true&fields=id,highlights"))
        .hasStatus(200)
        .hasJson(
            "{\"items\": [{\"id\": 301, \"highlights\": " + found + "}], \"next_cursor\": null}");
    assertThat(list("?q=the+printer&highlight=true")).hasStatus(200);
    assertThat(list("?q=the+printer&highlight=yes"))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("highlight type");
  }

  @Test
  void showsNothingOfItOtherwise() {
    assertThat(list("?q=the+printer&highlight=false"))
        .hasJson("{\"items\": [" + PRINTER_READ + "], \"next_cursor\": null}");
  }

  @Test
  void searchesForNothingLongerThanAnyOtherText() {
    takesAtMost(500, n -> "?q=" + "x".repeat(n), "q too_long");
  }

  @Test
  void knowsWhoMeIs() {
    list("?owner=me&assignee=me");

    UserId me = actorOf(SUPPORT).id();
    assertThat(filter().ownerId()).isEqualTo(Optional.of(me));
    assertThat(filter().assignee()).isEqualTo(Optional.of(new Assignee.User(me)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status=done | must be one of new, open, pending, resolved, closed
          priority=p1 | must be one of low, normal, high, urgent
          expand=all  | must be one of employee, owner, assignee
          owner=null  | must be a positive integer or me
          assignee=x  | must be a positive integer or me or none
          tag=a%20b   | must be letters and digits, with points, hyphens and underscores
          created_after=2026-11-01T00:00:00+01:00 | write + as %2B
          """)
  void tellsWhatWouldBeRight(String query, String detail) {
    assertThat(list("?" + query).text()).contains(detail);
  }

  @Test
  void takesMeAndNoneInAnyLetterCase() {
    list("?owner=ME&assignee=None");

    assertThat(filter().ownerId()).contains(actorOf(SUPPORT).id());
    assertThat(filter().assignee()).contains(new Assignee.Nobody());
  }

  @Test
  void looksForTagsInAnySpelling() {
    list("?tag=VPN,%20old-style.tag_1");

    assertThat(filter().tags())
        .containsExactlyInAnyOrder(new Tag("vpn"), new Tag("old-style.tag_1"));
  }

  private String next(String query) {
    useCase.answers(
        new AccessResult.Granted<>(
            new Page<>(List.of(), Optional.of(new Position("7", 7)), OptionalLong.empty())));
    return list(query).json().path("next_cursor").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&fields=id,title",
        "&expand=owner",
        "&highlight=true",
        "&limit=7&include_total=true&fields=id&expand=employee"
      })
  void takesACursorWhateverIsShownOfTheTickets(String shown) {
    ports.highlight = (search, tickets) -> Map.of();
    String cursor = next("?q=printer" + shown);

    assertThat(list("?q=printer&cursor=" + cursor)).hasStatus(200);
    assertThat(list("?q=printer" + shown + "&cursor=" + next("?q=printer"))).hasStatus(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status=open,new   | status=new,open,new
          priority=low,high | priority=high,low
          tag=VPN,fire      | tag=fire,vpn
          owner=me          | owner={me}
          assignee=ME       | assignee={me}
          """)
  void takesACursorForTheSameListInOtherWords(String one, String other) {
    String same = other.replace("{me}", Long.toString(actorOf(SUPPORT).id().value()));

    assertThat(list("?" + same + "&cursor=" + next("?" + one))).hasStatus(200);
    assertThat(list("?" + one + "&cursor=" + next("?" + same))).hasStatus(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status=open,new | status=open
          owner=me        | owner=999
          owner=me        | assignee=me
          assignee=none   | assignee=me
          tag=vpn         | tag=vpn,fire
          """)
  void takesNoCursorOfAnotherList(String one, String other) {
    assertThat(list("?" + other + "&cursor=" + next("?" + one)))
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("cursor cursor");
  }

  @Test
  void findsWhatNobodyWorksOn() {
    list("?assignee=none");

    assertThat(filter().assignee()).isEqualTo(Optional.of(new Assignee.Nobody()));
  }

  @ParameterizedTest
  @CsvSource({
    "id, ID, false",
    "priority, PRIORITY, false",
    "-priority, PRIORITY, true",
    "-created_at, CREATED_AT, true",
    "updated_at, UPDATED_AT, false"
  })
  void sortsByTheDocumentedFields(String sort, TicketSortField field, boolean descending) {
    list("?sort=" + sort);

    assertThat(useCase.asked().getFirst().sort()).isEqualTo(new Sort<>(field, descending));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status=done                        | status unknown_value
          status=                            | status unknown_value
          status=new,                        | status unknown_value
          status=new,done                    | status unknown_value
          status=NEW                         | status unknown_value
          priority=p1                        | priority unknown_value
          priority=,low                      | priority unknown_value
          employee_id=0                      | employee_id type
          employee_id=abc                    | employee_id type
          employee_id=9223372036854775808    | employee_id type
          owner=none                         | owner type
          owner=                             | owner type
          owner=null                         | owner type
          assignee=nobody                    | assignee type
          assignee=-1                        | assignee type
          created_after=yesterday            | created_after type
          created_after=                     | created_after type
          created_after=2026-11-01           | created_after type
          created_after=2026-11-01T00:00:00  | created_after type
          created_before=2026-02-30T00:00:00Z | created_before type
          created_before=2026-11-01T00:00:00%2B99:00 | created_before type
          updated_after=1969-12-31T23:59:59Z | updated_after range
          updated_before=9999-12-31T00:00:00Z | updated_before range
          updated_after=1970-01-01T17:59:59%2B18:00 | updated_after range
          updated_before=9999-12-30T06:00:00-18:00 | updated_before range
          updated_before=%2B99999-12-31T00:00:00Z | updated_before range
          updated_before=1764000000          | updated_before type
          updated_before=2026-11-01T00Z      | updated_before type
          updated_before=2026-11-01T00:00:00%2B18:01 | updated_before type
          tag=                               | tag format
          tag=vpn,,printer                   | tag format
          tag=two%20words                    | tag format
          tag=*                              | tag format
          sort=title                         | sort unknown_value
          sort=-relevance                    | sort unknown_value
          q=printer&sort=relevance           | sort unknown_value
          q=                                 | q blank
          q=%20%C2%A0                        | q blank
          q=a%00b                            | q encoding
          sort=status                        | sort unknown_value
          """)
  void refusesWhatItCannotRead(String query, String fault) {
    assertThat(list("?" + query)).isProblem(ProblemType.MALFORMED_REQUEST).hasFaults(fault);
    assertThat(useCase.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?created_after=2026-11-01T00:00:00Z",
        "?created_after=2026-11-01t00:00:00z",
        "?created_after=2026-11-01T00:00:00.123456789Z",
        "?created_after=1970-01-01T00:00:00Z",
        "?created_after=2026-11-01T00:00:00-18:00",
        "?created_after=1970-01-01T18:00:00%2B18:00",
        "?created_after=9999-12-30T05:59:59-18:00",
        "?created_after=9999-12-30T23:59:59Z"
      })
  void readsEveryFormOfAnInstant(String query) {
    assertThat(list(query)).hasStatus(200);
  }

  @Test
  void readsOnlySoManyWords() {
    takesAtMost(99, n -> "?status=new" + ",open".repeat(n), "status too_long");
  }
}
