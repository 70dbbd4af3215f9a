package dev.hexdesk.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.journey.Person;
import dev.hexdesk.bootstrap.journey.ServerFixture;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.journey.TestServers;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.rest.testing.TestResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Logins that were changed by chance: no token but for the right name and password. */
@ExtendWith(TestServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormFuzzTest {
  /** As many as may fail before a user has to wait, and less. */
  private static final int LOGINS_OF_ONE = 8;

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+\\z");
  private static final List<String> ERRORS =
      List.of("invalid_request", "invalid_grant", "unsupported_grant_type", "invalid_scope");

  private TestServer desk;
  private Target target;
  private Person person;
  private int logins;

  /**
   * @param body a character for each byte; in braces what is right at the time
   */
  record Input(String type, String body) {}

  @BeforeAll
  void begin(TestServer desk) {
    this.desk = desk;
    target = Target.of(desk);
  }

  @Test
  void nobodyGetsATokenByChance() {
    new Fuzz<>(FormFuzzTest.class, Input.class, 250)
        .run(random -> new FormMutation(new RandomChoices(random)).input(), this::check);
  }

  private void check(Input input) {
    if (logins++ % LOGINS_OF_ONE == 0) {
      person = somebody();
    }
    String body = filled(input.body());
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    TestResponse answer = target.send("", "POST", "/token", input.type(), bytes);
    switch (answer.status()) {
      case 200 -> checkToken(answer, body);
      case 400 -> checkError(answer);
      default -> assertThat(answer.status()).as("%s", answer).isIn(413, 415, 429);
    }
    if (body.equals("username=" + person.username() + "&password=" + person.password())
        && input.type().equals(FormMutation.FORM)) {
      assertThat(answer.status()).as("%s", answer).isIn(200, 429);
    }
  }

  /** With a password of their own, so that no other name goes with it by chance. */
  private Person somebody() {
    ObjectNode body = ServerFixture.userBody();
    String password = "Vault!lantern" + logins;
    desk.as(desk.given().admin()).post("/users", body.put("password", password)).expect(201);
    return desk.login(body.path("username").textValue(), password);
  }

  private String filled(String body) {
    return body.replace("{username}", person.username())
        .replace("{password}", person.password())
        .replace("{all of username}", escaped(person.username()))
        .replace("{all of password}", escaped(person.password()))
        .replace("{other username}", person.username().toUpperCase(Locale.ROOT))
        .replace("{other password}", person.password().toUpperCase(Locale.ROOT));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(octet -> escaped.append("%%%02x".formatted(octet)));
    return escaped.toString();
  }

  private void checkToken(TestResponse answer, String body) {
    assertThat(values(body, "username").map(Username::typedKey))
        .as("%s", answer)
        .containsExactly(Username.keyOf(person.username()));
    assertThat(values(body, "password").map(Password::new).map(Password::prepared))
        .as("%s", answer)
        .containsExactly(person.password());
    assertThat(answer.json().path("token_type").asText()).isEqualTo("bearer");
    assertThat(answer.json().path("access_token").asText()).isNotEmpty();
    assertThat(answer.json().path("expires_in").isIntegralNumber()).isTrue();
  }

  /** RFC 6749, section 5.2, with the characters that it allows. */
  private static void checkError(TestResponse answer) {
    JsonNode error = answer.json();
    assertThat(answer.header("Cache-Control")).as("%s", answer).contains("no-store");
    assertThat(error.path("error").asText()).as("%s", answer).isIn(ERRORS);
    assertThat(error.path("error_description").asText())
        .as("%s", answer)
        .matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
  }

  /** What a form says, without the line end of its file, read by other code than the server's. */
  private static Stream<String> values(String form, String name) {
    return Stream.of(LINE_END.matcher(form).replaceFirst("").split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> decoded(pair[0]).equals(Optional.of(name)))
        .map(pair -> decoded(pair.length == 1 ? "" : pair[1]).orElse("no text"));
  }

  private static Optional<String> decoded(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      if (ESCAPE.matcher(encoded).region(i, encoded.length()).lookingAt()) {
        bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(encoded.charAt(i) == '+' ? ' ' : encoded.charAt(i));
      }
    }
    try {
      ByteBuffer text = ByteBuffer.wrap(bytes.toByteArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(text).toString());
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }
}
