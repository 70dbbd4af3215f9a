package dev.hexdesk.rest.openapi;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsResourceTest {
  private static final DocsResource DOCS = new DocsResource();
  private static final Api API = Api.of(DOCS, new RootResource(DOCS));

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/docs"})
  void leadsToThePage(String path) {
    assertThat(API.get(path).send())
        .hasStatus(307)
        .hasHeader("Location", "http://desk.example/api/v1/docs/")
        .hasNoBody();
  }

  @Test
  void showsThePage() {
    TestResponse page = API.get("/api/v1/docs/").send();

    assertThat(page)
        .hasStatus(200)
        .hasHeader("Content-Type", "text/html;charset=utf-8")
        .hasHeader("Cache-Control", "public, max-age=3600");
    assertThat(page.text()).contains("swagger-ui");
    assertThat(page.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("http", "unsafe-eval", "*");
  }

  @Test
  void loadsEverythingFromHere() {
    Matcher link =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(API.get("/api/v1/docs/").send().text());
    int links = 0;
    while (link.find()) {
      String file = link.group(1).replaceFirst("^\\./", "");
      assertThat(file).doesNotContain("/", ":");
      assertThat(API.get("/api/v1/docs/" + file).send())
          .hasStatus(200)
          .hasHeader("Cache-Control", "public, max-age=3600");
      links++;
    }
    assertThat(links).isGreaterThanOrEqualTo(6);
  }

  @Test
  void pointsSwaggerUiAtOurDocument() {
    assertThat(API.get("/api/v1/docs/swagger-initializer.js").send().text())
        .contains("url: \"../openapi.json\"", "validatorUrl: null")
        .doesNotContain("petstore", "http");
  }

  @ParameterizedTest
  @CsvSource({
    "swagger-ui.css, text/css;charset=utf-8",
    "swagger-ui-bundle.js, text/javascript;charset=utf-8",
    "favicon-16x16.png, image/png"
  })
  void tellsWhatItServes(String file, String type) {
    assertThat(API.get("/api/v1/docs/" + file).send())
        .hasStatus(200)
        .hasHeader("Content-Type", type);
  }

  @Test
  void hasAnIconForBrowsers() {
    assertThat(API.get("/favicon.ico").send())
        .hasStatus(200)
        .hasHeader("Content-Type", "image/png");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "swagger-ui-bundle.js.map",
        "package.json",
        "..",
        "%2e%2e",
        "..%2f..%2fpom.properties",
        "%2fetc%2fpasswd",
        "..%5c..%5c",
        "index.html%00",
        "%252e%252e",
        "oauth2-redirect.html.bak",
        "INDEX.HTML",
        "nothing"
      })
  void servesNothingElse(String file) {
    assertThat(API.get("/api/v1/docs/" + file).send()).isProblem(ProblemType.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/docs//",
        "/api/v1/docs/index.html/",
        "/api/v1/docs/x/index.html",
        "/api/v1/docs;x/"
      })
  void hasOneAddressForEach(String path) {
    assertThat(API.get(path).send()).isProblem(ProblemType.NOT_FOUND);
  }
}
