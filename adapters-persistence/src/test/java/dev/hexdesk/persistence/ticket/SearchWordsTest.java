package dev.hexdesk.persistence.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in comments and in any text, by which configuration. */
class SearchWordsTest {
  private static final SearchIndex.Rules SIMPLE = new SearchIndex.Rules("simple", false);
  private static final SearchIndex.Rules ENGLISH = new SearchIndex.Rules("english", false);

  private static final long SEED = 20261123;
  private static final int FUZZED = 4_000;

  /** What means something to a parser of queries, or to one of words. */
  private static final String[] PIECES = {
    "\"",
    "\"",
    "-",
    "-",
    " ",
    " ",
    "or",
    "OR",
    "and",
    "not",
    "'",
    "''",
    "\\",
    "(",
    ")",
    "&",
    "|",
    "!",
    ":",
    ":*",
    "<->",
    "<2>",
    "*",
    "\u0001",
    "\n",
    "\u00a0",
    "\u3000",
    "ґ",
    "Ґалаґан",
    "İ",
    "ß",
    "e\u0301",
    "😀",
    "𠀀",
    "＂",
    "－",
    "﹣",
    "a-b",
    "e-mai",
    "x@y.example",
    "http://a.example/b?c=d",
    "3.14",
    "1e5",
    "-5",
    "the",
    "printer",
    "fire",
    "a",
    "1",
    "_",
    "%",
    "\u200b",
    "\u202e",
    "\ufeff"
  };

  /** What means something to those who write. */
  private static final String[] PROSE = {
    ". ",
    ".",
    ", ",
    ",",
    "; ",
    ": ",
    "? ",
    "! ",
    "!",
    ".\n",
    "\t",
    "/",
    "7",
    "42",
    "4711",
    "10.",
    "v2",
    "V3.1",
    "INC-4711",
    "SR4711",
    "NullPointerException",
    "parseXML",
    "HTTPServer",
    "aB",
    "4C",
    "ОбщийМодуль",
    "🔥",
    "👍🏽",
    "O’Neil",
    "rock 'n' roll",
    "it`s",
    "020 7183 8750",
    "(02071) 838",
    "1/2",
    "Zoë",
    "打印",
    "é42",
    "e.g. ",
    "<b>",
    "&amp;",
    "a:b",
    "1:2",
    "12.",
    "3,5",
    "#9",
    "x²",
    "½",
    "№5",
    "5€"
  };

  /** The texts that are not read as if all that can be found were looked for in each of them. */
  private static final String READ_OTHERWISE =
      """
      SELECT said
        FROM unnest(?) AS said, hexdesk_unmarked(said) AS plain,
             regexp_replace(plain,
               '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4'
               || '\\u00b6-\\u00b9\\u00bb-\\u00bf\\u02b0-\\u02ff\\u2000-\\u206f' || hexdesk_unspaced()
               || ']+', ' ', 'g') AS words
       WHERE hexdesk_read('simple', said) IS DISTINCT FROM
             to_tsvector('simple',
               regexp_replace(
                 regexp_replace(words, '\\m([vV])([0-9])', '\\1 \\2', 'g'),
                 '(?<![0-9A-Za-z\\u00c0-\\u02af\\u0370-\\u0dff])'
                 || '([A-Za-z\\u00c0-\\u02af\\u0370-\\u0dff]{2,})([0-9]+)'
                 || '(?![0-9A-Za-z\\u00c0-\\u02af\\u0370-\\u0dff])', '\\1 \\2', 'g'))
             || array_to_tsvector(
                  ARRAY(SELECT '=' || word
                          FROM unnest(hexdesk_joined(plain)
                                      || hexdesk_parts(hexdesk_spaced(plain))) AS each (word))
                  || hexdesk_ends(plain)
                  || hexdesk_pairs(plain) || hexdesk_numbers(plain))
      """;

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private Store store;
  private Ticket printer;
  private Ticket scanner;

  @BeforeEach
  void addTickets() {
    store = DATABASE.emptyStore();
    StoreFixture given = StoreFixture.in(store);
    var owner = given.user(aUser().named("carol"));
    var employee = given.employee(anEmployee().called("Ann", "Lee").withPhone("+380509"));
    var ticket = aTicket().ownedBy(owner).forEmployee(employee).describedAs("ddd");
    printer = given.ticket(ticket.titled("Aaa"));
    scanner = given.ticket(ticket.titled("Bbb"));
  }

  @ParameterizedTest
  @CsvSource({
    "public words, 0, 1, 1",
    "inside, 0, 0, 1",
    "insi, 0, 0, 1",
    "public inside, 0, 0, 1",
    "aaa inside, 0, 0, 1",
    "aaa -inside, 1, 1, 0",
    "-inside, 2, 2, 1",
    "aaa -public, 1, 0, 0",
    "public -inside, 0, 1, 0",
    "inside or public, 0, 1, 1",
    "inside or -public, 2, 1, 2",
    "\"public words\", 0, 1, 1",
    "\"lee public\", 0, 1, 1",
    "\"words inside\", 0, 0, 1",
    "aaa -\"words inside\", 1, 1, 0"
  })
  void commentsCountOnlyForThoseWhoMaySeeThem(String text, int none, int open, int all) {
    comment(printer, "inside matters", true);
    comment(printer, "public words", false);

    assertThat(count(text, CommentAccess.NONE)).isEqualTo(none);
    assertThat(count(text, CommentAccess.PUBLIC)).isEqualTo(open);
    assertThat(count(text, CommentAccess.ALL)).isEqualTo(all);
  }

  @Test
  void aCompoundInACommentHidesNothingThatStandsElsewhere() {
    comment(printer, "Write to jo.doe@fabrikam.com about budget.xlsx", false);
    List<String> texts =
        List.of("jo.doe@fabrikam.com", "jo.doe@fabrikam.co", "budget.xlsx", "budget.xls");

    comment(printer, "COM-Add-in disabled, XLSX-File sent", true);

    for (String text : texts) {
      assertThat(count(text, CommentAccess.PUBLIC)).as(text).isEqualTo(1);
      assertThat(count(text, CommentAccess.ALL)).as(text).isEqualTo(1);
    }
    assertThat(count("comaddin", CommentAccess.PUBLIC)).isZero();
  }

  @Test
  void aNameWithoutSpacesIsFoundAsItIsWritten() {
    StoreFixture given = StoreFixture.in(store);
    Ticket ticket =
        given.ticket(
            aTicket()
                .ownedBy(
                    given.user(aUser().named("dora").withPhone("+380503").withEmail("d@x.example")))
                .forEmployee(given.employee(anEmployee().called("小明", "王").withPhone("+380508")))
                .titled("Ccc"));

    assertThat(count("王小明", CommentAccess.ALL)).isEqualTo(1);
    comment(ticket, "eee", false);
    assertThat(count("王小明 eee", CommentAccess.ALL)).isEqualTo(1);
  }

  @Test
  void whatIsHiddenChangesNoAnswer() {
    comment(printer, "first public", false);
    comment(printer, "second public", false);
    Random random = new Random(SEED);
    String[] words = {"first", "public", "secret", "second", "aaa", "hid", "-", "\"", " or "};
    List<String> texts =
        IntStream.range(0, 300)
            .mapToObj(
                n ->
                    random
                        .ints(4, 0, words.length)
                        .mapToObj(i -> words[i])
                        .collect(Collectors.joining(random.nextBoolean() ? " " : "")))
            .toList();
    List<Integer> before = texts.stream().map(text -> count(text, CommentAccess.PUBLIC)).toList();
    DATABASE.execute(
        "INSERT INTO comments (ticket_id, author_name, body, internal, version, created_at,"
            + " updated_at) OVERRIDING SYSTEM VALUE SELECT "
            + printer.id().value()
            + ", 'carol', 'hidden secret', true, 1, now(), now() FROM generate_series(1, 3)");
    comment(scanner, "secret public first", true);

    assertThat(texts.stream().map(text -> count(text, CommentAccess.PUBLIC)).toList())
        .isEqualTo(before);
  }

  @Test
  void commentsThatChangeMoveOrGoAreFoundAsTheyAre() {
    comment(printer, "oldword", false);
    comment(printer, "noted", true);
    assertThat(count("oldword noted", CommentAccess.ALL)).isEqualTo(1);

    DATABASE.execute("UPDATE comments SET body = 'newword' WHERE body = 'oldword'");
    assertThat(count("oldword", CommentAccess.ALL)).isZero();
    assertThat(count("newword", CommentAccess.PUBLIC)).isEqualTo(1);

    DATABASE.execute("UPDATE comments SET ticket_id = " + scanner.id().value());
    assertThat(count("aaa newword", CommentAccess.ALL)).isZero();
    assertThat(count("bbb newword noted", CommentAccess.ALL)).isEqualTo(1);

    DATABASE.execute("UPDATE comments SET internal = NOT internal");
    assertThat(count("newword", CommentAccess.PUBLIC)).isZero();
    assertThat(count("noted", CommentAccess.PUBLIC)).isEqualTo(1);

    DATABASE.execute("DELETE FROM comments");
    assertThat(count("newword", CommentAccess.ALL)).isZero();
    assertThat(count("noted", CommentAccess.ALL)).isZero();
    assertThat(DATABASE.strings("SELECT 1 FROM ticket_search WHERE public IS NOT NULL")).isEmpty();
    assertThat(DATABASE.strings("SELECT 1 FROM ticket_search WHERE uncommented IS NOT NULL"))
        .isEmpty();
  }

  @Test
  void aTextOfAnySizeCanBeWritten() {
    Random random = new Random(SEED);
    for (int n = 0; n < 6; n++) {
      String rich =
          random
              .ints(100_000, 0x20000, 0x2a000)
              .mapToObj(
                  point -> point % 5 == 0 ? "-" : point % 7 == 0 ? " " : Character.toString(point))
              .collect(Collectors.joining());
      comment(
          printer,
          "first" + n + " " + rich.substring(0, rich.offsetByCodePoints(0, 99_000)),
          n % 2 == 0);
    }
    comment(scanner, "x".repeat(100_000), false);
    comment(scanner, "short", false);
    comment(scanner, "y".repeat(50_000) + "-" + "z".repeat(40_000), false);

    assertThat(count("first0", CommentAccess.ALL)).isEqualTo(1);
    assertThat(count("first1", CommentAccess.PUBLIC)).isEqualTo(1);
    assertThat(count("short", CommentAccess.PUBLIC)).isEqualTo(1);
  }

  @Test
  void compoundWordsAreFoundByTheirBeginning() {
    comment(printer, "the e-mail of ann@mail.example", false);

    for (String text : List.of("e-mai", "e-mail", "mail", "ann@mail.example")) {
      assertThat(count(text, CommentAccess.ALL)).as(text).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Case INC-4711 came back | 4711 | 4711 case | \"INC 4711\" | inc-4711 | INC‑4711 | inc4711",
        "Serial 05145-8841815 | 8841815 | 05145 | 05145-8841815 | 051458841815 | 05145 8841815 |",
        "Release v2.10.3 is out | 2.10.3 | v2.10.3 | v2.10 | 2.10 | V2 | \"release v2.10\"",
        "Release v2.10.3 of PC34 at 192.168.10.20, srv20 | 2.10.3 | 192.168.10.20 | 34 | 20 | pc34"
            + " |",
        "Order SR4711, Bestellung4712x | 4711 | sr4711 | sr-4711 | 4711 order | 471 |",
        "Poseidon P-8A, CVE-2026-2332 | p-8 | 8a | p8a | 2332 | cve-2026 | CVE 2332",
        "Printer/scanner is broken | scanner | printer/scanner | scanner broken | prin | |",
        "printer scanner | printer/scanner | printer-scanner | printer_scanner | | |",
        "cannot open report.pdf now | pdf | report now | report.pdf | report.p | pdf open |",
        "https://wiki.example.org/vpn/setup | vpn | setup wiki | example.org/vpn | org |"
            + " https://wiki.example.org/vpn/setup |",
        "/srv/share/finance/2026.xlsx | finance | xlsx share | share/finance | 2026 |"
            + " finance/2026.xlsx |",
        "C:\\Temp\\log_file.txt | temp | log_file | file.txt | c:\\temp\\log | |",
        "mail.example.org is slow | example slow | mail.example | example.org | | |",
        "Write to zed+desk@mail.example! | zed | desk | mail.example | zed+desk@mail.example | |",
        "Guðrún Þórðardóttir, Əliyev | gudrun | thordardottir | guðrún | þórðar | eliyev |",
        "Dell WD19TBS | wd19 | WD19T | wd19tbs | wd | dell wd19 |",
        "Win11Pro and Office365E3 on an iPhone15Pro | win11 | office365 | iphone15 | and win11* |"
            + " iPhone15P |",
        "Gudrun Thordardottir | Guðrún | Þórðardóttir | | | |",
        "Zoë O’Neil | zoe | o'neil | O‘Neil | oneil | neil | ZOË",
        "Марʼяна Семёнов | Мар'яна | мар’яна | маряна | Семенов | семёнов | яна",
        "an e-mail over wi-fi | email | e-mail | e‑mail | wifi | wi-fi | mail",
        "the email | e-mail | email | | | |",
        "Die PDF-Datei rechnung.pdf fehlt | rechnung.pdf | rechnung.pd | pdfdatei | pdfd |"
            + " pdf-datei | \"rechnung.pdf\"",
        "https://jira.example.com/browse/ABC-77?focus=1#comment-42 | jira.example.com |"
            + " jira.example.co | abc-77 | abc77 | comment42 | browse/ABC-77",
        "foo@bar.org and the org-chart | foo@bar.org | orgchart | org-ch | bar.org | |",
        "AT&T line and T-Mobile sim | AT&T | at&t | tmobile | t-mobile | |",
        "C:\\Users\\ann, a users-group | C:\\Users | users/ann | usersgroup | | |",
        "Договор №123, кабинет №5 | № 123 | №123 | кабинет 5 | №5 | договор 12 |",
        "Core™ i7, Windows™ update ℡5 | core i7 | windows update | core™ | i7 | |",
        "Office365, Windows 11, KB5034441, vlan 100 | Office 365 | office365 | Windows11 | KB"
            + " 5034441 | kb5034 | vlan100",
        "INC0012345 and 0815 | 12345 | inc0012345 | 815 | 0815 | INC 0012345 | inc00123",
        "Anne–Marie and O‛Neil | annemarie | anne-marie | oneil | o'neil | Anne‑Marie |",
        "أحمد وإبراهيم عند الطَّابِعَةُ ٤٧١١ | احمد | وابراهيم | الطابعة | 4711 | ٤٧١١ | الطابعه",
        "علی در ایران | علي | ايران | علی | | |",
        "דָּוִד קרא | דוד | דָּוִד | | | |",
        "कंप्यूटर खराब है ४७१२ | कंप्यू | कंप्यूटर | 4712 | ४७१२ | |",
        "my quokka printer | quok* | prin* quokka | \"quokka prin | \"quok | my* print* | quokka*",
        "三楼打印机着火了，请尽快处理 | 打印机 | 着火 | 三楼 | 火 | 处理 打印 | \"打印机\"",
        "プリンターが故障しました | 故障 | プリンター | しました | ﾌﾟﾘﾝﾀｰ | |",
        "เครื่องพิมพ์เสีย | เสีย | เครื่อง | พิมพ์ | | |",
        "ម៉ាស៊ីនបោះពុម្ព ເຄື່ອງພິມ | ពុម្ព | ພິມ | | | |",
        "프린터가 고장났습니다 | 프린터 고장 | 린터 | 고장 | | |",
        "ring +44 20 7183-8750 12:30 | 020 7183 8750 | 02071838750 | (020) 7183-8750 |"
            + " +442071838750 | 0044 20 7183 8750 | 7183",
        "ring 020 7183 8750 | +44 20 7183 8750 | +442071838750 | 2071838750 | ring 020 7183 8750 |"
            + " +44 (0)20 7183-8750 |",
        "ring +44 (0)20 7183 8750 | +442071838750 | 020 7183 8750 | 00442071838750 | | |",
        "ring +442071838750 | 020 7183 8750 | 7183 8750 | +44 20 7183 8750 | | |",
        "see https://wiki.example.org/vpn | http://wiki.example.org/vpn | HTTPS://wiki.example.org"
            + " | ftp://wiki.example.org | wiki.example.org/vpn | |",
        "write to it@mail.example, \\\\files01\\share | mailto:it@mail.example |"
            + " file://files01/share | file:///files01 | | |",
        "card 00:1A:2B:3C:4D:5E is down | 00-1a-2b-3c-4d-5e | 001A.2B3C.4D5E | 001a2b3c4d5e |"
            + " 00:1A:2B:3C:4D:5E card | 00:1A:2B |",
        "card 001A2B3C4D5E is down | 00:1A:2B:3C:4D:5E | 001a.2b3c.4d5e | 001A2B | | |",
        "card 001a.2b3c.4d5e is down | 00:1A:2B:3C:4D:5E | 001a2b3c4d5e | | | |",
        "pay to DE89 3704 0044 0532 0130 00 soon | DE89370400440532013000 |"
            + " DE89 3704 0044 0532 0130 00 | de89370400440532013000 pay | | |",
        "pay to GB29NWBK60161331926819 soon | GB29 NWBK 6016 1331 9268 19 | gb29nwbk | | | |",
        "use --force and -Xmx512m, code -2147024891 | --force | -2147024891 | --xmx512m | force |"
            + " |",
        "needs 16 GB and 20 ms, or 5GHz | 16GB | 16gb needs | 20ms | 5ghz | 5GHz needs | 16 GB",
        "no wifi, all down at PC34 | PC34 WIFI DOWN | DOWN PC34 | | | |",
        "the printer and its scanner | printer AND scanner | its AND AND scanner | | | |",
        "my email is down | \"my e-mail\" | \"my e-mail is\" | \"my email\" | my e-mail | |",
        "java.lang.NullPointerException in parseXMLFile | pointer | NullPointer | nullpointer |"
            + " NullPointer exception | parsexml | null pointer xml file",
        "a crash in HTTPServerFactory2 | server | http | factory | HttpServer crash | crash in"
            + " httpserverf | \"crash in HTTPServerFactory2\"",
        "my iPhone and JavaScript, PowerPoint | phone | iphone | script | javascript | powerpoint |"
            + " \"my iphone\"",
        "OutlookAddIn fails in getUserName with PowerBI | outlook | add in | user name | power bi |"
            + " add fail | getUserName",
        "opened with power shell or null pointer exception | PowerShell | PowerSh |"
            + " NullPointerException | NullPoint | NullPointerException opened |",
        "Windows11Pro on myPC with TeamViewer15Host | windows pro | pc | team viewer | host"
            + " windows | teamviewer15h |",
        "ОбщийМодуль упал, ПечатьДокументаPDF | модуль | общий модуль | печать документа |"
            + " ОбщийМод | pdf |",
        "MüllerSchmidt und McDonald | schmidt | müller und | donald | mcdonald | MullerSchmidt |",
        "serial SN-4711-AB of it | SN4711AB | sn4711ab serial | SN 4711 AB | sn 4711 ab serial |"
            + " SN/4711/AB | SN.4711",
        "serial SN4711AB of it | SN-4711-AB | SN 4711 AB | serial SN 4711 AB | SN_4711_AB |"
            + " sn/4711/ab of | serial sn 4711 ab",
        "serial SN 4711 AB, 4711-AB-92 | SN4711AB | SN-4711-AB | 4711AB92 | 4711 AB 92 |"
            + " 4711/AB/92 | 4711-ab-92",
        "serial 4711AB92 of it | 4711-AB-92 | 4711 ab 92 | 4711.AB.92 serial | 4711AB | |",
        "card 00:1A:2B:3C:4D:5E down | 001A2B | 001a2b down | 00-1A-2B | 001A.2B | 001a2b3c |"
            + " 001a.2b3c down",
        "card 001A2B3C4D5E down | 00:1A:2B | 00-1a-2b down | 001a.2b | 001A2B down | |",
        "card 001a.2b3c.4d5e down | 001A2B | 00:1A:2B | 00:1a:2b down | 001a2b3c | |",
        "card 00:11:22:33:44:55 down | 001122334455 | 0011.2233.4455 | 00-11-22-33-44-55 | | |",
        "error ORA-00600 again | ORA-600 | ora-600 again | ORA600 | ORA-00600 | ora-0600 | ORA-0",
        "error ORA-600 again | ORA-00600 | ORA-00600 again | ora00600 | ORA-600 | |",
        "INC0012345 of PC-0034 | INC12345 | INC-12345 | PC-34 | pc34 | INC-0012345 |",
        "all is \ud83d\udd25 here \u2764\ufe0f, \ud83d\udc4d\ud83c\udffd | \ud83d\udd25 | \u2764"
            + " | \u2764\ufe0f here | \ud83d\udc4d | \ud83d\udc4d\ud83c\udffb | here \ud83d\udd25",
        "\ud83d\udc68\u200d\ud83d\udcbb\ud83d\udd25\ud83d\udd25 now | \ud83d\udd25 |"
            + " \ud83d\udc68\u200d\ud83d\udcbb | \ud83d\udc68 | \ud83d\udd25\ud83d\udd25 | now"
            + " \ud83d\udd25 |",
        "Version 2.0.1 of Node, release 3.1.4 | v2.0.1 | V2.0 node | v3.1.4 release | 2.0.1 | |",
        "id 550e8400-e29b-41d4-a716-446655440000 lost | 550E8400E29B41D4A716446655440000 |"
            + " 550e8400-e29b-41d4-a716-446655440000 | 550e8400e29b41d4a716446655440000 lost | |"
            + " |",
        "id 550e8400e29b41d4a716446655440000 lost | 550e8400-e29b-41d4-a716-446655440000 lost |"
            + " 550E8400E29B41D4A716446655440000 | | | |",
        "see intranet.example.org/wiki | www.intranet.example.org |"
            + " https://www.intranet.example.org wiki | WWW.intranet.example.org/wiki | | |",
        "pay 1,234.56 EUR or 12.500 or 2'000 | 1234.56 | 1234,56 pay | 12500 | 2000 pay |"
            + " 1.234,56 | 12,500",
        "pay 1234.56 EUR or 12500 or 1234567 | 1,234.56 | 1.234,56 pay | 12.500 | 12'500 |"
            + " 1,234,567 | 1.234.567 pay",
        "Drücker in Zürich für Frau Müller, Aarhus | druecker | zuerich | Mueller frau | fuer |"
            + " Århus | \"Frau Mueller\"",
        "Druecker in Zuerich fuer Frau Soerensen | drücker | Zürich | Sørensen | für | zürich in |",
        "مشكلة في الطابعة | طابعة | الطابعة | طابعه | | |",
        "طابعة معطلة | الطابعة | طابعة | معطلة الطابعه | | |",
        "power shell on my set up, a wi fi, log file | powershell | setup | wifi | logfile |"
            + " logfile powershell | Setup PowerShell",
        "powershell on my setup, wifi, logfile | power shell | set up | wi fi | log file | power"
            + " sh or log fil | power sh",
        "user_name in node.js, log-file, e-mail | username | nodejs | logfile | email | node js |"
            + " user name",
        "username in nodejs, logfile, email | user_name | node.js | log-file | e mail |"
            + " user-name logfile | user name logfile",
        "Der Drucker Treiber, Passwort-Reset im Büro Stuhl | druckertreiber | passwortreset |"
            + " bürostuhl | Buerostuhl | |",
        "der Druckertreiber und принтсервер | drucker treiber | der drucker treib | принт сервер"
            + " | | |",
        "OutlookAddIn.exe is an add-in, an xray | addin | add in | x ray | x-ray | |",
        "the “big” one | “the big” | \"the big\" | big | | |",
      })
  void isFoundByWhatPeopleType(
      String said, String a, String b, String c, String d, String e, String f) {
    comment(printer, said, false);

    Stream.of(a, b, c, d, e, f)
        .filter(Objects::nonNull)
        .forEach(text -> assertThat(count(text, CommentAccess.PUBLIC)).as(text).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INC-4711 | 711",
        "NullPointerException | ointer",
        "NullPointerException | ClassException x",
        "Null and Pointer | NullPointer now",
        "shell power | PowerShell",
        "shell power | powershell",
        "not able to | \"notable",
        "a way to print | away",
        "it is no table | notables",
        "powershell | \"power shell\"",
        "power and shell | powershell",
        "SN-4711-AB | SN4711AC",
        "we trust him and fuel | true",
        "full | fuel",
        "the lure of Bur | Bauer",
        "pay 1,234.57 | 1234.56",
        "Version 12.0.1 | v2.0.1",
        "SN-4711-AB | SN 4711 AC",
        "SN 4711 and AB | SN4711AB",
        "ORA-00600 | ORA-60 a",
        "ORA-00600 | KB-600",
        "card 00:1A:2B:3C:4D:5E | 001A2C",
        "all is \ud83d\udd25 | \ud83d\udca5",
        "SR4711 | 711",
        "Bestellung4712x | 4712",
        "v2.10.3 | 10.2",
        "Poseidon P-8A | p-9",
        "scanner printer | printer/scanner",
        "三楼打印机 | 打机",
        "ring 020 7183 8750 | 020 7183 8751",
        "ring 020 7183 8750 | +49 20 7183 8751",
        "мой | мои",
        "card 00:1A:2B:3C:4D:5E | 00-1A-2B-3C-4D-5F",
        "printer or scanner -5 | printer -scanner",
        "order 4711 | order -4711",
        "my e mail | my-email"
      })
  void isNotFoundByAnythingElse(String said, String sought) {
    comment(printer, said, false);

    assertThat(count(sought, CommentAccess.PUBLIC)).isZero();
  }

  @Test
  void whatAnEarlierVersionHasReadIsFoundUntilItIsReadAnew() {
    comment(printer, "Case INC-4711 of the printer", false);
    DATABASE.execute(
        """
        UPDATE ticket_search
           SET everything = to_tsvector('simple', 'Case INC-4711 of the printer'), uncommented = NULL
         WHERE ticket_id = %d
        """
            .formatted(printer.id().value()));
    DATABASE.execute("UPDATE search_settings SET renewed_until = 0");
    SearchIndex index = new SearchIndex(DATABASE.jdbi());

    assertThat(count("inc-4711", CommentAccess.PUBLIC)).isEqualTo(1);
    assertThat(count("print", CommentAccess.PUBLIC)).isEqualTo(1);
    assertThat(count("4711", CommentAccess.PUBLIC)).isZero();
    assertThat(index.renew(1)).isTrue();
    assertThat(count("4711", CommentAccess.PUBLIC)).isEqualTo(1);
    assertThat(index.renew(1)).isTrue();
    assertThat(index.renew(1)).isFalse();
    assertThat(DATABASE.strings("SELECT 1 FROM search_settings WHERE renewed_until IS NOT NULL"))
        .isEmpty();
    assertThat(index.renew(1)).isFalse();
  }

  @Test
  void anyTextIsAnswered() {
    Random random = new Random(SEED);
    for (int n = 0; n < FUZZED; n++) {
      String text =
          random
              .ints(random.nextInt(1, 9), 0, PIECES.length + 1)
              .mapToObj(i -> i < PIECES.length ? PIECES[i] : anyCharacter(random))
              .collect(Collectors.joining(random.nextInt(3) == 0 ? " " : ""));
      assertThatCode(() -> list(text, CommentAccess.values()[text.length() % 3], 1))
          .as("%s", text)
          .doesNotThrowAnyException();
    }
  }

  /** What most texts don't have is not looked for: that must not be seen in what is found. */
  @Test
  void whatIsNotLookedForIsNotThere() throws SQLException {
    String[] pieces = Stream.concat(Stream.of(PIECES), Stream.of(PROSE)).toArray(String[]::new);
    Random random = new Random(SEED);
    String[] texts =
        Stream.generate(
                () ->
                    random
                        .ints(random.nextInt(1, 12), 0, pieces.length)
                        .mapToObj(i -> pieces[i])
                        .collect(Collectors.joining(random.nextBoolean() ? " " : "")))
            .limit(FUZZED * 5)
            .toArray(String[]::new);
    List<String> differing = new ArrayList<>();
    try (Connection connection = DATABASE.jdbi().open().getConnection();
        PreparedStatement reading = connection.prepareStatement(READ_OTHERWISE)) {
      reading.setArray(1, connection.createArrayOf("text", texts));
      ResultSet rows = reading.executeQuery();
      while (rows.next()) {
        differing.add(rows.getString(1));
      }
    }

    assertThat(differing).isEmpty();
  }

  @Test
  void allCanBeFilledAfterWritingWithoutTriggers() {
    List<String> before = kept();
    comment(printer, "public words", false);
    comment(scanner, "noted", true);
    List<String> expected = kept();
    DATABASE.execute("DELETE FROM ticket_search");

    assertThat(DATABASE.strings("SELECT hexdesk_fill_ticket_search()")).containsExactly("2");
    assertThat(kept()).isEqualTo(expected).isNotEqualTo(before);
  }

  @Test
  void anotherConfigurationCountsOnceAllIsReindexed() {
    comment(printer, "printing the lists", false);
    SearchIndex index = new SearchIndex(DATABASE.jdbi());
    assertThat(index.isKnown("english")).isTrue();
    assertThat(index.isKnown("klingon")).isFalse();
    assertThat(index.adoptIfEmpty(ENGLISH)).isFalse();
    try {
      index.begin(ENGLISH);
      assertThat(index.state()).isEqualTo(new SearchIndex.State(ENGLISH, false));
      fill(index);
      assertThat(index.end(ENGLISH)).isTrue();

      assertThat(index.state()).isEqualTo(new SearchIndex.State(ENGLISH, true));
      assertThat(count("printed list", CommentAccess.ALL)).isEqualTo(1);
      assertThat(count("the", CommentAccess.ALL)).isZero();
      assertThat(index.end(SIMPLE)).isFalse();
    } finally {
      DATABASE.execute("UPDATE search_settings SET configuration = 'simple', complete = true");
    }
  }

  @Test
  void accentsCountWhereTheOperatorWantsIt() {
    comment(printer, "Zoë O’Neil at the café, Семёнов, ré\u00adsumé", false);
    SearchIndex index = new SearchIndex(DATABASE.jdbi());
    try {
      index.begin(new SearchIndex.Rules("simple", true));
      assertThat(index.end(SIMPLE)).isFalse();
      fill(index);

      for (String text :
          List.of("zoë", "Zoe\u0308", "o'neil", "oneil", "café", "семёнов", "résumé")) {
        assertThat(count(text, CommentAccess.ALL)).as(text).isEqualTo(1);
      }
      for (String text : List.of("zoe", "cafe", "семенов", "resume")) {
        assertThat(count(text, CommentAccess.ALL)).as(text).isZero();
      }
    } finally {
      index.begin(SIMPLE);
      index.end(SIMPLE);
    }
  }

  private static void fill(SearchIndex index) {
    for (var batches = index.next(0, 1);
        !batches.isEmpty();
        batches = index.next(batches.getFirst().last(), 1)) {
      index.fill(batches.getFirst());
    }
  }

  private static List<String> kept() {
    return DATABASE.strings("SELECT ticket_search::text FROM ticket_search ORDER BY ticket_id");
  }

  private static String anyCharacter(Random random) {
    int point = random.nextInt(1, 0x3000);
    return Character.toString(point);
  }

  private void comment(Ticket ticket, String body, boolean internal) {
    DATABASE
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO comments (
                      ticket_id, author_name, body, internal, version, created_at, updated_at)
                    VALUES (?, 'carol', ?, ?, 1, now(), now())
                    """,
                    ticket.id().value(),
                    body,
                    internal));
  }

  private int count(String text, CommentAccess comments) {
    Page<Ticket> page = list(text, comments, 9);
    assertThat(page.total()).isEqualTo(OptionalLong.of(page.items().size()));
    return page.items().size();
  }

  private Page<Ticket> list(String text, CommentAccess comments, int limit) {
    return store
        .ticketQueries()
        .list(
            TicketFilter.all().with(new TicketSearch(text, comments)),
            Sort.descending(TicketSortField.RELEVANCE),
            new PageSelection(limit, Optional.empty(), true));
  }
}
