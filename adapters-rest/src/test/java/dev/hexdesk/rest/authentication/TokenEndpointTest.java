package dev.hexdesk.rest.authentication;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.AccessTokens;
import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.IssueToken;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.TestResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTest {
  private static final String LOGIN = "username=olena&password=Correct%23Horse7";

  private final List<IssueToken.Command> commands = new ArrayList<>();
  private IssueToken.Result result =
      new IssueToken.Result.Issued(
          new AccessTokens.Issued("e30.e30.c2ln", Duration.ofMinutes(60)),
          EnumSet.of(Scope.TICKETS_WRITE, Scope.TICKETS_READ));

  private Api api() {
    return api(
        command -> {
          commands.add(command);
          return result;
        });
  }

  private static Api api(IssueToken issueToken) {
    return Api.of(new TokenResource(issueToken));
  }

  private Call post() {
    return api().post("/api/v1/token");
  }

  private TestResponse login(String form) {
    return post().form(form).send();
  }

  @Test
  void givesAToken() {
    assertThat(login("grant_type=password&" + LOGIN))
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json")
        .hasHeader("Cache-Control", "no-store")
        .hasJson(
            """
            {"access_token": "e30.e30.c2ln", "token_type": "bearer", "expires_in": 3600,
             "scope": "tickets:read tickets:write"}
            """);
  }

  @Test
  void needsNoGrantType() {
    assertThat(login(LOGIN)).hasStatus(200);
    assertThat(login(LOGIN + "&grant_type=")).hasStatus(200);
    assertThat(commands)
        .hasSize(2)
        .containsOnly(
            new IssueToken.Command(
                Optional.of(new Username("olena")),
                new Password("Correct#Horse7"),
                Optional.empty(),
                ClientAddress.of(Api.CLIENT)));
  }

  @Test
  void ignoresWhatItDoesNotKnow() {
    assertThat(login(LOGIN + "&client_id=x&client_secret=y&audience=z")).hasStatus(200);
  }

  @Test
  void takesAFormInAnySpellingOfItsType() {
    assertThat(
            post()
                .body(
                    "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
                    LOGIN.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send())
        .hasStatus(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Zo%C3%AB, Zoë",
    "O%E2%80%99Neil, O’Neil",
    "a+b, 'a b'",
    "a%2Bb, a+b",
    "a%26b%3Dc, a&b=c",
    "a=b, a=b",
    "'%F0%9F%94%A5', 🔥",
    "'++a++', '  a  '"
  })
  void readsPasswordsToTheLetter(String encoded, String password) {
    login("username=olena&password=" + encoded);

    assertThat(commands.getFirst().password()).isEqualTo(new Password(password));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tickets:read               | TICKETS_READ
          tickets:read+users:read    | TICKETS_READ,USERS_READ
          +tickets:read++tickets:read+ | TICKETS_READ
          tickets%3Aread%20users%3Awrite | TICKETS_READ,USERS_WRITE
          """)
  void narrowsTheToken(String scope, String expected) {
    assertThat(login(LOGIN + "&scope=" + scope)).hasStatus(200);

    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String name : expected.split(",")) {
      scopes.add(Scope.valueOf(name));
    }
    assertThat(commands.getFirst().scopes()).isEqualTo(Optional.of(scopes));
  }

  /** RFC 6749, section 3.3: an empty scope is none, and none is no narrowing. */
  @ParameterizedTest
  @ValueSource(strings = {"", "&scope=", "&scope", "&scope=+", "&scope=%20%20"})
  void doesNotNarrowToNothing(String scope) {
    assertThat(login(LOGIN + scope)).hasStatus(200);

    assertThat(commands.getFirst().scopes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tickets:admin",
        "tickets:read+everything",
        "TICKETS:READ",
        "tickets:read,users:read",
        "tickets:read%09users:read",
        "*"
      })
  void refusesScopesThatDoNotExist(String scope) {
    assertThat(login(LOGIN + "&scope=" + scope)).isTokenError(400, "invalid_scope");
    assertThat(commands).isEmpty();
  }

  @Test
  void namesTheScopesThatExist() {
    assertThat(
            login(LOGIN + "&scope=tickets:read,users:read")
                .json()
                .path("error_description")
                .asText())
        .startsWith("A scope is unknown; these exist, separated by spaces: ")
        .contains("users:read users:write employees:read");
  }

  /** Editors and files end with a line end, which no form has but encoded. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n"})
  void leavesOutTheLineEndOfAFile(String end) {
    assertThat(login(LOGIN + end)).hasStatus(200);

    assertThat(commands.getFirst().password()).isEqualTo(new Password("Correct#Horse7"));
  }

  @Test
  void keepsTheLineEndOfAPassword() {
    login(LOGIN + "%0A");

    assertThat(commands.getFirst().password()).isEqualTo(new Password("Correct#Horse7\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"refresh_token", "client_credentials", "PASSWORD", "password%20", "x"})
  void refusesOtherGrantTypes(String type) {
    assertThat(login(LOGIN + "&grant_type=" + type)).isTokenError(400, "unsupported_grant_type");
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&",
        "username=olena",
        "password=x",
        "username=&password=x",
        "username=olena&password=",
        "username&password",
        "grant_type=password",
        "{\"username\": \"olena\", \"password\": \"x\"}"
      })
  void needsANameAndAPassword(String form) {
    assertThat(login(form)).isTokenError(400, "invalid_request");
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=olena&username=olena&password=x",
        "username=olena&password=x&password=y",
        "username=olena&password=x&user%6Eame=olena",
        LOGIN + "&scope=tickets:read&scope=tickets:write",
        LOGIN + "&grant_type=password&grant_type=password",
        LOGIN + "&x=1&x=1"
      })
  void takesNoParameterTwice(String form) {
    assertThat(login(form)).isTokenError(400, "invalid_request");
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=olena&password=%zz",
        "username=olena&password=%",
        "username=olena&password=%4",
        "username=olena&password=%ff",
        "username=olena&password=%C0%80",
        "username=olena&password=%ED%A0%80",
        "username=olena&password=a%00b",
        "username=ole%00na&password=x",
        "%ff=1&username=olena&password=x"
      })
  void guessesAtNothing(String form) {
    assertThat(login(form)).isTokenError(400, "invalid_request");
    assertThat(commands).isEmpty();
  }

  @Test
  void takesBytesThatAreUtf8Already() {
    login("username=olena&password=Zoë");

    assertThat(commands.getFirst().password()).isEqualTo(new Password("Zoë"));
  }

  /** A name that nobody can have is nobody's: the answer is that of a wrong password. */
  @ParameterizedTest
  @ValueSource(strings = {"%20", "+++"})
  void knowsNobodyByAnImpossibleName(String username) {
    result = new IssueToken.Result.WrongCredentials();

    assertThat(login("username=" + username + "&password=x")).isTokenError(400, "invalid_grant");
    assertThat(commands.getFirst().username()).isEmpty();
  }

  @Test
  void knowsNobodyByANameThatIsTooLong() {
    result = new IssueToken.Result.WrongCredentials();

    assertThat(login("username=" + "x".repeat(1000) + "&password=x"))
        .isTokenError(400, "invalid_grant");
    assertThat(commands.getFirst().username()).isEmpty();
  }

  @Test
  void doesNotTellAWrongPasswordFromAnUnknownUser() {
    result = new IssueToken.Result.WrongCredentials();

    assertThat(login(LOGIN))
        .isTokenError(400, "invalid_grant")
        .hasMember("error_description", "Incorrect username or password");
  }

  @Test
  void tellsThatLoginIsDenied() {
    result = new IssueToken.Result.LoginDenied();

    assertThat(login(LOGIN))
        .isTokenError(400, "invalid_grant")
        .hasMember("error_description", "Login denied");
  }

  @Test
  void tellsWhoGuessesHowLongToWait() {
    result = new IssueToken.Result.TooManyFailures(Duration.ofMinutes(10));

    assertThat(login(LOGIN))
        .isTokenError(429, "temporarily_unavailable")
        .hasHeader("Retry-After", "600");
  }

  @Test
  void tellsWhoIsOneTooManyToComeBack() {
    result = new IssueToken.Result.TooManyAtOnce();

    assertThat(login(LOGIN))
        .isTokenError(429, "temporarily_unavailable")
        .hasHeader("Retry-After", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?" + LOGIN, "?username=olena", "?grant_type=password", "?x=1"})
  void takesNoCredentialsFromTheQuery(String query) {
    assertThat(api().post("/api/v1/token" + query).form("").send())
        .isTokenError(400, "invalid_request");
    assertThat(api().post("/api/v1/token" + query).form(LOGIN).send())
        .isTokenError(400, "invalid_request");
    assertThat(commands).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "x/y"})
  void takesFormsOnly(String type) {
    assertThat(post().body(type, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)).send())
        .isTokenError(415, "invalid_request");
  }

  @ParameterizedTest
  @MethodSource("otherMethods")
  void offersNoOtherMethod(String method) {
    assertThat(api().call(method, "/api/v1/token").send())
        .isTokenError(405, "invalid_request")
        .hasHeader("Allow", "OPTIONS,POST");
  }

  static List<String> otherMethods() {
    return List.of("GET", "PUT", "PATCH", "DELETE", "TRACE");
  }

  @Test
  void answersInJsonOnly() {
    assertThat(post().accepting("text/html").form(LOGIN).send())
        .isTokenError(406, "invalid_request");
  }

  @Test
  void hashesNoPasswordOfAMegabyte() {
    assertThat(login("username=olena&password=" + "x".repeat(1_000_000)))
        .isTokenError(413, "invalid_request");
    assertThat(login("username=olena&password=" + "x".repeat(2_000_000)))
        .isTokenError(413, "invalid_request");
    assertThat(commands).isEmpty();
  }

  @Test
  void tellsThatTheDatabaseIsAway() {
    Api api =
        api(
            command -> {
              throw new StorageUnavailable(new IllegalStateException("no connection"));
            });

    assertThat(api.post("/api/v1/token").form(LOGIN).send())
        .isTokenError(503, "temporarily_unavailable")
        .hasHeader("Retry-After", "2");
  }

  @Test
  void tellsNothingOfADefect() {
    Api api =
        api(
            command -> {
              throw new IllegalStateException("olena's hash is $argon2id$...");
            });

    TestResponse answer = api.post("/api/v1/token").form(LOGIN).send();

    assertThat(answer).isTokenError(500, "server_error");
    assertThat(answer.text()).doesNotContain("olena", "argon2", "Exception");
  }
}
