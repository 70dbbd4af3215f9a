package dev.hexdesk.persistence.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which places of a text are told for what people type. */
class SearchHighlighterTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private Store store;
  private StoreFixture given;
  private TicketBuilder ticket;

  @BeforeEach
  void begin() {
    store = DATABASE.emptyStore();
    given = StoreFixture.in(store);
    ticket =
        aTicket()
            .ownedBy(given.user(aUser().named("carol")))
            .forEmployee(given.employee(anEmployee().called("Ann", "Lee")))
            .titled("Aaa");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "4711 | Case INC-[4711] came back",
        "inc-4711 | Case [INC-4711] came back",
        "inc-47 | Case [INC-4711] came back",
        "4711 | Order [SR4711] and [4711]",
        "2.10.3 | Release [v2.10.3] is out",
        "pdf report | cannot open [report].[pdf] now",
        "report.p | cannot open [report.pdf] now",
        "example.org/vpn | https://wiki.[example.org/vpn]/setup",
        "gudrun | [Guðrún] Gudmunds",
        "wd19 | Dell [WD19TBS] and [WD 19] and [wd19]",
        "zoe | [Zoë] O’Neil",
        "o'neil | Zoë [O’Neil]",
        "oneil | Zoë [O’Neil]",
        "mueller | Frau [Müller] und [Mueller]",
        "v2.0.1 | Version [2.0.1] is out",
        "1234.56 | pay [1,234.56] EUR",
        "pointer | a [NullPointerException] at all",
        "NullPointer now | a [NullPointerException] [now]",
        "user name | call [getUserName] of [user]",
        "PowerShell | the [power shell] of [PowerShell] and power",
        "powershell | the [power shell] of [PowerShell] and power",
        "power shell | the [powershell] of [power] and [shell]",
        "username | the [user_name] of user",
        "NullPoint | [null pointer], [NullPointerException]",
        "power bi | my [PowerBI] and [power] [bi]",
        "мар'яна | [Марʼяна] Семёнов",
        "семенов | Марʼяна [Семёнов]",
        "SN4711AB | serial [SN-4711-AB] of it",
        "SN 4711 AB it | serial [SN4711AB] of [it]",
        "001A2B | card [00:1A:2B]:3C:4D:5E",
        "ORA-600 | error [ORA-00600] again",
        "\u2764\ufe0f | all is [\u2764] here",
        "email | an [e-mail] over wi-fi",
        "e-mail | the [email]",
        "打印机 | 三楼[打印机]着火了，请尽快处理",
        "火 | 三楼打印机着[火]了，请尽快处理",
        "打印机 处理 | 三楼[打印机]着火了，请尽快[处理]",
        "เสีย | เครื่องพิมพ์[เสีย]",
        "020 7183 8750 | ring +[44 20 7183-8750] 12:30",
        "+44 20 7183 8750 | ring [020 7183 8750]",
        "+44 20 7183 8750 or ring | [ring] [020 7183 8750]",
        "\"blue smoke\" smoke | [blue smoke] and [smoke]",
        "-blue | blue smoke",
        "nothing | blue smoke"
      })
  void placesOfWhatIsFound(String search, String marked) {
    String text = marked.replaceAll("[\\[\\]]", "");

    assertThat(marked(text, highlights(search, ticket(text)).description())).isEqualTo(marked);
  }

  @Test
  void wordsOfAnInflectedLanguage() {
    SearchIndex index = new SearchIndex(DATABASE.jdbi());
    try {
      index.begin(new SearchIndex.Rules("english", false));

      assertThat(
              marked(
                  "The lists were printed",
                  highlights("printing the list", ticket("The lists were printed")).description()))
          .isEqualTo("The [lists] were [printed]");
    } finally {
      DATABASE.execute("UPDATE search_settings SET configuration = 'simple', complete = true");
    }
  }

  @Test
  void longTextsAreLookedThroughAtTheirBeginning() {
    String text = "printer ".repeat(80) + "\ud83d\ude00".repeat(4_700) + " printer";

    assertThat(highlights("printer", ticket(text)).description()).hasSize(80);
    assertThat(highlights("printer", ticket("printer ".repeat(101))).description()).hasSize(100);
  }

  /** A page of the longest texts; the bound is far above what it takes. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "é-", "火", "7 ", "w%d "})
  void longTextsTakeNoTimeWorthMentioning(String repeated) {
    String text =
        IntStream.range(0, 10_000).mapToObj(repeated::formatted).collect(Collectors.joining());
    List<Ticket> tickets =
        IntStream.range(0, 50).mapToObj(n -> ticket(text.substring(0, 10_000 - n))).toList();

    assertTimeout(
        Duration.ofSeconds(30),
        () ->
            assertThat(store.ticketQueries().highlights("xyz 火火 +44 20 7183 8750", tickets))
                .hasSize(tickets.size()));
  }

  private Ticket ticket(String description) {
    return given.ticket(ticket.describedAs(description));
  }

  private Highlights highlights(String search, Ticket ticket) {
    return store.ticketQueries().highlights(search, List.of(ticket)).get(ticket.id());
  }

  private static String marked(String text, List<Highlights.Range> places) {
    StringBuilder marked = new StringBuilder(text);
    for (Highlights.Range place : places.reversed()) {
      marked.insert(place.end(), ']').insert(place.start(), '[');
    }
    return marked.toString();
  }
}
