package dev.hexdesk.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.journey.TestServers;
import dev.hexdesk.rest.request.ShortHash;
import dev.hexdesk.rest.testing.TestResponse;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cursors that no list has given: each is one of the same list, or it is refused by name. */
@ExtendWith(TestServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CursorFuzzTest {
  private static final List<Listing> LISTINGS =
      List.of(
          new Listing("users", "", "{sort=[id]}"),
          new Listing("users", "&sort=-username", "{sort=[-username]}"),
          new Listing("users", "&sort=last_name", "{sort=[last_name]}"),
          new Listing(
              "users", "&sort=created_at&disabled=false", "{disabled=[false], sort=[created_at]}"),
          new Listing("employees", "&sort=id", "{sort=[id]}"),
          new Listing("employees", "&q=o&sort=-last_name", "{q=[o], sort=[-last_name]}"),
          new Listing("employees", "&sort=-updated_at", "{sort=[-updated_at]}"),
          new Listing("tickets", "&sort=-priority", "{sort=[-priority]}"),
          new Listing("tickets", "&priority=normal", "{priority=[normal], sort=[id]}"),
          new Listing("tickets", "&sort=created_at", "{sort=[created_at]}"));

  private static final String IDS =
      "0|-1|+5|05| 5|5"
          + " |1e3|1.0|0x1F|\u00b2|\u0665||NaN|9223372036854775807|9223372036854775808|null|1:1";
  private static final String SORT_VALUES =
      "|null|NaN|-1|1e400|9223372036854775807|9223372036854775808|infinity|now|2026-11-23"
          + "|2026-11-23T10:15:30.123456789Z|2026-02-30T00:00:00Z|2026-11-23T25:00:00Z"
          + "|+294277-01-01T00:00:00Z|+1000000000-12-31T23:59:59Z|-4713-01-01T00:00:00Z"
          + "|-1000000000-01-01T00:00:00Z|\0|a\0b|'; DROP TABLE users; --|%|\\|\uFEFF|\u202E"
          + "|e\u0301|\uD83D\uDE00|\uFFFF|\u0130|"
          + "x".repeat(1_300);

  private final List<String> cursors = new ArrayList<>();
  private Target target;
  private String token;

  /** A list of the API, and what makes up its cursors' fingerprints besides the place. */
  private record Listing(String path, String query, String bound) {
    byte[] fingerprint(String place) {
      return ShortHash.of(place + "\napi/v1/" + path + bound);
    }
  }

  /**
   * @param cursor as it is sent, a character for each byte; empty to make one of the place
   * @param place what a cursor says that has the right fingerprint
   */
  private record Input(int listing, String cursor, String place) {}

  @BeforeAll
  void fillTheLists(TestServer desk) {
    target = Target.of(desk);
    token = desk.given().user("admin").token();
    Samples samples = new Samples(target, token);
    for (int i = 0; i < 3; i++) {
      samples.ticket(samples.employee());
    }
    for (Listing listing : LISTINGS) {
      cursors.add(page(listing, "").json().path("next_cursor").asText());
      byte[] bytes = Base64.getUrlDecoder().decode(cursors.getLast());
      String place =
          new String(
              bytes, ShortHash.LENGTH, bytes.length - ShortHash.LENGTH, StandardCharsets.UTF_8);
      assertThat(Arrays.copyOf(bytes, ShortHash.LENGTH))
          .as("%s", listing)
          .isEqualTo(listing.fingerprint(place));
    }
  }

  @Test
  void noCursorIsTakenForAnother() {
    new Fuzz<>(CursorFuzzTest.class, Input.class, 1_000)
        .run(random -> input(new RandomChoices(random)), this::check);
  }

  private Input input(RandomChoices chance) {
    int listing = chance.below(LISTINGS.size());
    String cursor = cursors.get(listing);
    return switch (chance.below(6)) {
      case 0 -> new Input(listing, chance.oneOf(cursors), "");
      case 1, 2 -> new Input(listing, chance.mutated(cursor), "");
      case 3 -> new Input(listing, encode(chance.mutated(decode(cursor))), "");
      case 4 -> new Input(listing, "", chance.mutated("12:" + sortValue(chance)));
      default ->
          new Input(listing, "", chance.oneOf(List.of(IDS.split("\\|"))) + ":" + sortValue(chance));
    };
  }

  private static String sortValue(RandomChoices chance) {
    return chance.oneOf(List.of(SORT_VALUES.split("\\|")));
  }

  private void check(Input input) {
    Listing listing = LISTINGS.get(input.listing());
    String cursor = input.cursor().isEmpty() ? forged(listing, input.place()) : input.cursor();
    TestResponse answer =
        page(listing, "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.ISO_8859_1));
    if (answer.status() == 200 && !input.cursor().isEmpty()) {
      // Some lists are one and the same, and a cursor of each is one of the other.
      assertThat(LISTINGS.get(cursors.indexOf(cursor))).as("%s", answer).isEqualTo(listing);
    }
    if (answer.status() != 200) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.json().path("code").asText()).isEqualTo("malformed_request");
      assertThat(answer.json().at("/errors/0/parameter").asText())
          .as("%s", answer)
          .isEqualTo("cursor");
    }
  }

  private TestResponse page(Listing listing, String cursor) {
    return target.get(token, "/" + listing.path() + "?limit=1" + listing.query() + cursor);
  }

  /** Nothing is secret about cursors, so anyone can make one that is well-formed. */
  private static String forged(Listing listing, String place) {
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(ShortHash.LENGTH + text.length)
                .put(listing.fingerprint(place))
                .put(text)
                .array());
  }

  private static String decode(String cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
  }

  private static String encode(String bytes) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
