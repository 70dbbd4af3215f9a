package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A journey on the server that all journeys share; so each brings users and data of its own. */
@ExtendWith(TestServers.class)
abstract class Journey {
  protected TestServer desk;
  protected ServerFixture given;
  protected Person admin;

  @BeforeEach
  void meet(TestServer desk) {
    this.desk = desk;
    given = desk.given();
    admin = given.admin();
  }

  protected TestClient as(Person person) {
    return desk.as(person);
  }

  /** That what was created is where its answer says, and is read there as it was answered. */
  protected ServerResponse assertIsWhereItSays(
      ServerResponse created, String collection, Person reader) {
    assertThat(created.header("Location"))
        .isEqualTo(desk.root() + "/api/v1" + collection + "/" + created.id());
    ServerResponse read = as(reader).get(created.header("Location")).expect(200);
    assertThat(read.json()).isEqualTo(created.json());
    assertThat(read.etag()).isEqualTo(created.etag());
    return read;
  }

  /** That nobody else can have the value of any of the fields. */
  protected void assertSharesNone(
      String collection, Supplier<ObjectNode> others, ObjectNode body, String... fields) {
    for (String field : fields) {
      ServerResponse refused =
          as(admin)
              .post(collection, others.get().set(field, body.path(field)))
              .expectProblem(409, "already_exists");
      assertThat(refused.text("field")).isEqualTo(field);
    }
  }
}
