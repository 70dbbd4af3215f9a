package dev.hexdesk.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.bootstrap.journey.Person;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.journey.TestServers;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** Swagger UI as a newcomer to the API meets it. */
@Order(1)
@ExtendWith(TestServers.class)
class DocsPageTest {
  private static final String DIALOG = ".dialog-ux .auth-container ";
  private static final String OPERATION = "#operations-Authentication-getMe ";

  @Test
  void somebodyLogsInThereWithScopesAndReadsThemselves(TestServer desk) throws Exception {
    Person person = desk.given().user("manager");
    try (Browser browser = Browser.open()) {
      browser.go(desk.root() + "/api/v1/docs");
      assertThat(browser.see(By.cssSelector(".info .title")).getText()).startsWith("Hexdesk");
      browser.see(By.cssSelector(OPERATION));
      browser.photograph("docs-page.png");

      logIn(browser, person, "users:read", "tickets:read");
      JsonNode me = executeGetMe(browser);
      browser.photograph("docs-executed.png");

      assertThat(me.path("username").textValue()).isEqualTo(person.username());
      assertThat(me.path("scopes").toString()).isEqualTo("[\"users:read\",\"tickets:read\"]");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void thePageLoadsNothingFromElsewhere(TestServer desk) throws Exception {
    try (Browser browser = Browser.open()) {
      browser.go(desk.root() + "/api/v1/docs/");
      browser.see(By.cssSelector(OPERATION));

      browser.run("const image = new Image(); image.src = 'https://elsewhere.example/x.png'");

      assertThat(browser.awaitComplaints())
          .allMatch(complaint -> complaint.contains("Content Security Policy"));
    }
  }

  private static void logIn(Browser browser, Person person, String... scopes) throws Exception {
    browser.click(By.cssSelector(".auth-wrapper .btn.authorize"));
    browser.type(By.cssSelector(DIALOG + "#oauth_username"), person.username());
    browser.type(By.cssSelector(DIALOG + "#oauth_password"), person.password());
    for (String scope : scopes) {
      browser.click(By.cssSelector(DIALOG + "label[for^='" + scope + "']"));
    }
    browser.photograph("docs-dialog.png");
    browser.click(By.cssSelector(DIALOG + "button[aria-label='Apply given OAuth2 credentials']"));
    browser.see(By.cssSelector(DIALOG + "button[aria-label='Remove authorization']"));
    browser.click(By.cssSelector(DIALOG + ".btn-done"));
  }

  /** The answer that the page shows. */
  private static JsonNode executeGetMe(Browser browser) throws Exception {
    browser.click(By.cssSelector(OPERATION + ".opblock-summary-control"));
    browser.click(By.cssSelector(OPERATION + ".try-out__btn"));
    browser.click(By.cssSelector(OPERATION + ".execute"));
    assertThat(browser.see(By.cssSelector(OPERATION + ".curl-command")).getText())
        .as("nothing is sent that nobody has asked for")
        .contains("/api/v1/me", "Authorization: Bearer")
        .doesNotContain("If-None-Match");
    String answer = OPERATION + ".live-responses-table .response ";
    assertThat(browser.see(By.cssSelector(answer + ".response-col_status")).getText())
        .startsWith("200");
    String body = browser.see(By.cssSelector(answer + ".highlight-code code")).getText();
    return new ObjectMapper().readTree(body);
  }
}
