package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, numbers and addresses as people have and write them. */
class PeopleAsTheyAreTest extends Journey {
  @Test
  void aNameIsTakenAsItsBearerWritesIt() {
    for (String name :
        List.of(
            "Gal·la",
            "阿卜杜·热合曼",
            "レオナルド・日",
            "علی\u200cرضا",
            "ג׳ורג׳",
            "Anne\u2010Marie",
            "D´Angelo")) {
      var employee = ServerFixture.employeeBody().put("first_name", name);
      assertThat(as(admin).post("/employees", employee).expect(201).text("first_name"))
          .isEqualTo(name);
      var user = ServerFixture.userBody().put("last_name", name);
      assertThat(as(admin).post("/users", user).expect(201).text("last_name")).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" 山田\u3000太郎\t", "山田\u00a0太郎", "\u3000山田  太郎 "})
  void spacesOfANameAreOneEach(String written) {
    var body = ServerFixture.employeeBody().put("last_name", written).put("nick_name", written);
    JsonNode created = as(admin).post("/employees", body).expect(201).json();
    String line = Files.employeeLine("SP").replace("Zoë,", "\"" + written + "\",");
    String phone = line.split(",")[3].substring(1);

    assertThat(created.path("last_name").textValue()).isEqualTo("山田 太郎");
    assertThat(created.path("nick_name").textValue()).isEqualTo("山田 太郎");
    Files.csv(as(admin), "/employees/import", Files.EMPLOYEES + line).expect(200);
    assertThat(found("phone=" + TestClient.encoded(phone)).path("first_name").textValue())
        .isEqualTo("山田 太郎");
  }

  @ParameterizedTest
  @CsvSource({
    "/employees?phone=+442071838750, phone",
    "/users?phone=+380504430000, phone",
    "/employees?email=ann+desk@example.org, email",
    "/users?email=ann+desk@example.org, email",
    "/users?username=j+smith, username"
  })
  void aPlusSignThatWasNotEncodedIsToldInsteadOfFindingNobody(String path, String parameter) {
    ServerResponse refused = as(admin).get(path).expectProblem(400, "malformed_request");

    assertThat(refused.text()).contains("write + as %2B").contains("\"" + parameter + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"020 7555 %s", "0207555%s", "(020) 7555-%s", "+44 20 7555 %s", "0044 20 7555 %s"})
  void aNumberIsFoundAsItIsDialledOrShown(String written) {
    String end = ServerFixture.phone().substring(9);
    String number = "+44207555" + end;
    long employee =
        as(admin)
            .post("/employees", ServerFixture.employeeBody().put("phone", number))
            .expect(201)
            .id();
    long user =
        as(admin).post("/users", ServerFixture.userBody().put("phone", number)).expect(201).id();
    String query = "?q=" + TestClient.encoded(written.formatted(end));

    assertThat(as(admin).get("/employees" + query).ids()).containsExactly(employee);
    assertThat(as(admin).get("/users" + query).ids()).containsExactly(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+44 20 7666 %s", "+44 (0)20 7666-%s", "0044 20 7666 %s", "tel:+44-20-7666-%s"})
  void aNumberIsWrittenAndSoughtInAnySpelling(String spelling) {
    String end = ServerFixture.phone().substring(9);
    String written = spelling.formatted(end);
    String stored = "+44207666" + end;
    TestClient caller = as(admin);

    ServerResponse employee =
        caller
            .post("/employees", ServerFixture.employeeBody().put("phone", written))
            .expect(201);
    var user = caller.post("/users", ServerFixture.userBody().put("phone", written)).expect(201);

    assertThat(employee.text("phone")).isEqualTo(stored);
    assertThat(user.text("phone")).isEqualTo(stored);
    String query = "?phone=" + TestClient.encoded(written);
    assertThat(caller.get("/employees" + query).ids()).containsExactly(employee.id());
    assertThat(caller.get("/users" + query).ids()).containsExactly(user.id());
    caller
        .patch("/employees/" + employee.id(), Json.object("phone", written))
        .expect(200);
    String line =
        Files.employeeLine("PH").replaceAll("'\\+[0-9]+", "\"" + written + "\"");
    assertThat(Files.csv(caller, "/employees/import", Files.EMPLOYEES + line).pointers())
        .containsExactly("/2/phone");
  }

  private JsonNode found(String filter) {
    return as(admin).get("/employees?" + filter).expect(200).json().at("/items/0");
  }
}
