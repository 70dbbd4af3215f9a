package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finding tickets by their words. */
@Timeout(300)
class SearchTest extends Journey {
  private long ticket(Person owner, long employee, String title, String description) {
    return as(owner)
        .post(
            "/tickets",
            ServerFixture.ticketBody(employee).put("title", title).put("description", description))
        .expect(201)
        .id();
  }

  @Test
  void findsByTitleDescriptionAndEmployeeTheBestFirst() {
    Person support = given.support();
    long employee = given.employee();
    String word = ServerFixture.username();
    long inTitle = ticket(support, employee, "About " + word, "Smoke");
    long elsewhere = ticket(support, employee, "Another", "Fire and " + word);

    String best = "/tickets?sort=-relevance&include_total=true&q=" + word;
    assertThat(as(support).get(best).expect(200).ids()).containsExactly(inTitle, elsewhere);
    assertThat(as(support).get(best).json().path("total").intValue()).isEqualTo(2);
    ServerResponse first = as(support).get(best + "&limit=1").expect(200);
    String cursor = first.text("next_cursor");
    assertThat(first.ids()).containsExactly(inTitle);
    assertThat(as(support).get(best + "&limit=1&cursor=" + cursor).expect(200).ids())
        .containsExactly(elsewhere);
    assertThat(found(support, word + " fire")).containsExactly(elsewhere);
    assertThat(found(support, word + " -fire")).containsExactly(inTitle);
    assertThat(found(support, "\"and " + word + "\"")).containsExactly(elsewhere);
    assertThat(found(support, "ґалаґан " + word)).containsExactly(inTitle, elsewhere);
    assertThat(found(support, word.substring(0, word.length() - 1))).contains(inTitle, elsewhere);
    assertThat(
            as(support)
                .get("/employees/" + employee + "/tickets?sort=-relevance&q=" + word)
                .expect(200)
                .ids())
        .containsExactly(inTitle, elsewhere);
  }

  @Test
  void reindexingWorksWhileTheServerRuns() throws Exception {
    Person support = given.support();
    String word = ServerFixture.username();
    long id = ticket(support, given.employee(), "About " + word, "Smoke");

    Program.Ended reindex = Program.run(desk.installation(), "reindex");

    assertThat(reindex.code()).as("%s", reindex).isZero();
    assertThat(reindex.results()).contains("Tickets are searched by 'simple'");
    assertThat(reindex.messages()).contains("100 %");
    assertThat(found(support, word)).containsExactly(id);
  }

  @Test
  void anUnknownConfigurationIsRefused() throws Exception {
    Installation strange = Installation.create().withTables();
    strange.edit("configuration: simple", "configuration: klingon");
    Program.Ended serve = Program.run(strange, "serve");
    strange.delete();

    assertThat(serve.code()).as("%s", serve).isEqualTo(1);
    assertThat(serve.messages())
        .contains("search.configuration", "klingon")
        .doesNotContain("\tat ");
  }

  private List<Long> found(Person person, String text) {
    return as(person).get("/tickets?q=" + TestClient.encoded(text)).expect(200).ids();
  }
}
