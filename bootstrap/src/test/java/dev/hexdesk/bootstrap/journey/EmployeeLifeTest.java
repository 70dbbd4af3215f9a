package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The life of an employee, from creation to deletion. */
class EmployeeLifeTest extends Journey {
  private static final String[] FIELDS =
      ("id first_name last_name nick_name phone phone_extension email birthday"
              + " country city address external_id created_at updated_at erased_at")
          .split(" ");

  private final ObjectNode body = ServerFixture.employeeBody();

  private ServerResponse create() {
    return as(given.manager()).post("/employees", body).expect(201);
  }

  @Test
  void isCreatedAtAnAddressThatResolvesAtOnce() {
    ServerResponse created = create();

    assertThat(created.fieldNames()).containsExactly(FIELDS);
    body.properties()
        .forEach(
            field -> assertThat(created.json().path(field.getKey())).isEqualTo(field.getValue()));
    assertIsWhereItSays(created, "/employees", given.support());
  }

  @Test
  void isFoundByEachFilter() {
    body.put("country", "Land " + ServerFixture.username())
        .put("city", "Town " + ServerFixture.username());
    long id = create().id();

    Map.of(
            "phone=" + TestClient.encoded(body.path("phone").textValue()),
            true,
            "email=" + body.path("email").textValue(),
            true,
            "country=" + TestClient.encoded(body.path("country").textValue()),
            true,
            "country=Land",
            false,
            "city=" + TestClient.encoded(body.path("city").textValue()),
            true,
            "city=%25",
            false,
            "q=" + TestClient.encoded("ҐАЛАҐАН " + body.path("email").textValue()),
            true,
            "q=" + TestClient.encoded("ҐАЛАҐАН_ " + body.path("email").textValue()),
            false)
        .forEach(
            (filter, found) ->
                assertThat(as(given.support()).get("/employees?" + filter).expect(200).ids())
                    .as(filter)
                    .isEqualTo(found ? List.of(id) : List.of()));
  }

  @Test
  void losesOptionalFieldsThatAReplacementLeavesOut() {
    ServerResponse created = create();
    body.retain("first_name", "last_name", "phone", "email");

    ServerResponse replaced = as(admin).put("/employees/" + created.id(), body).expect(200);

    assertThat(replaced.fieldNames()).containsExactly(FIELDS);
    for (String cleared : List.of("nick_name", "birthday", "country", "city", "address")) {
      assertThat(replaced.json().path(cleared).isNull()).as(cleared).isTrue();
    }
    assertThat(replaced.etag()).isNotEqualTo(created.etag());
    assertThat(as(admin).get("/employees/" + created.id()).json()).isEqualTo(replaced.json());
  }

  @Test
  void isChangedAttributeByAttribute() {
    TestClient caller = as(admin);
    String path = "/employees/" + create().id();

    ServerResponse moved =
        caller.patch(path, Json.object("city", "Львів").putNull("address")).expect(200);
    assertThat(moved.text("city")).isEqualTo("Львів");
    assertThat(moved.json().path("address").isNull()).isTrue();
    assertThat(moved.text("country")).isEqualTo("Ukraine");

    ServerResponse untouched = caller.patch(path, Json.object()).expect(200);
    assertThat(untouched.json()).isEqualTo(moved.json());
    assertThat(untouched.etag()).isEqualTo(moved.etag());
    caller.patch(path, Json.object().putNull("last_name").put("first_name", " ")).expect(422);
  }

  @Test
  void isToldOfEveryFaultAtOnce() {
    String tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    body.put("first_name", "1")
        .put("phone", "0504430000")
        .put("email", "nobody")
        .put("birthday", tomorrow);

    assertThat(
            as(admin).post("/employees", body).expectProblem(422, "validation_failed").pointers())
        .containsExactlyInAnyOrder("/first_name", "/phone", "/email", "/birthday");
  }

  @Test
  void doesNotShareItsPhoneOrEmail() {
    create();

    assertSharesNone("/employees", ServerFixture::employeeBody, body, "phone", "email");
  }

  @Test
  void showsTicketsWhenAskedFor() {
    Person support = given.support();
    long id = create().id();
    List<Long> tickets =
        IntStream.range(0, 3)
            .mapToObj(
                n -> as(support).post("/tickets", ServerFixture.ticketBody(id)).expect(201).id())
            .toList();

    assertThat(as(support).get("/employees/" + id).fieldNames()).doesNotContain("tickets");
    ServerResponse expanded = as(support).get("/employees/" + id + "?expand=tickets").expect(200);
    assertThat(expanded.json().path("tickets").valueStream().map(t -> t.path("id").longValue()))
        .containsExactlyElementsOf(tickets.reversed());
    ServerResponse page = as(support).get("/employees/" + id + "/tickets?limit=2").expect(200);
    assertThat(page.ids()).isEqualTo(tickets.subList(0, 2));
    JsonNode next = page.json().path("next_cursor");
    assertThat(
            as(support)
                .get("/employees/" + id + "/tickets?limit=2&cursor=" + next.textValue())
                .ids())
        .isEqualTo(tickets.subList(2, 3));
    as(support).get("/employees/999999999/tickets").expectProblem(404, "not_found");
  }

  @Test
  void isDeletedOnceNoTicketIsLeft() {
    long id = create().id();
    long ticket = as(admin).post("/tickets", ServerFixture.ticketBody(id)).expect(201).id();

    as(admin).delete("/employees/" + id).expectProblem(409, "in_use");
    as(admin).delete("/tickets/" + ticket).expect(204);
    assertThat(as(admin).delete("/employees/" + id).expect(204).body()).isEmpty();
    as(admin).get("/employees/" + id).expectProblem(404, "not_found");
    as(admin)
        .post("/tickets", ServerFixture.ticketBody(id))
        .expectProblem(422, "validation_failed");
  }
}
