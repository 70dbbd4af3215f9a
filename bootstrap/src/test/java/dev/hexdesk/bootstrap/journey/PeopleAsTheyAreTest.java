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
        caller.post("/employees", ServerFixture.employeeBody().put("phone", written)).expect(201);
    var user = caller.post("/users", ServerFixture.userBody().put("phone", written)).expect(201);

    assertThat(employee.text("phone")).isEqualTo(stored);
    assertThat(user.text("phone")).isEqualTo(stored);
    String query = "?phone=" + TestClient.encoded(written);
    assertThat(caller.get("/employees" + query).ids()).containsExactly(employee.id());
    assertThat(caller.get("/users" + query).ids()).containsExactly(user.id());
    caller.patch("/employees/" + employee.id(), Json.object("phone", written)).expect(200);
    String line = Files.employeeLine("PH").replaceAll("'\\+[0-9]+", "\"" + written + "\"");
    assertThat(Files.csv(caller, "/employees/import", Files.EMPLOYEES + line).pointers())
        .containsExactly("/2/phone");
  }

  @Test
  void anAddressIsOnePersonsInEverySpelling() {
    String end = ServerFixture.username() + "@example.org";
    String composed = "zo\u00eb-" + end;
    TestClient caller = as(admin);
    ServerResponse user =
        caller
            .post("/users", ServerFixture.userBody().put("email", "zoe\u0308-" + end))
            .expect(201);
    ServerResponse employee =
        caller
            .post("/employees", ServerFixture.employeeBody().put("email", " <" + composed + "> "))
            .expect(201);

    assertThat(user.text("email")).isEqualTo(composed);
    assertThat(employee.text("email")).isEqualTo(composed);
    caller
        .post("/users", ServerFixture.userBody().put("email", "mailto:" + composed))
        .expectProblem(409, "already_exists");
    for (String written : List.of(composed, "zoe\u0308-" + end, "ZO\u00cb-" + end + "\u00a0")) {
      String query = "?email=" + TestClient.encoded(written);
      assertThat(caller.get("/users" + query).ids()).containsExactly(user.id());
      assertThat(caller.get("/employees" + query).ids()).containsExactly(employee.id());
    }
    String ticket =
        "title,description,employee_email\r\nNo paper,Again,\"\u200ezoe\u0308-%s \"\r\n";
    Files.csv(caller, "/tickets/import", ticket.formatted(end)).expect(200);
    assertThat(caller.get("/employees/" + employee.id() + "/tickets").ids()).hasSize(1);
  }

  @Test
  void whatFormsAndMailProgramsLeaveAroundIsNoPart() {
    String address = ServerFixture.username() + "@example.org";
    TestClient caller = as(admin);
    String employees = "last_name,email\r\nLee,\"\"\"Lee, Ann\"\" <%s>\"\r\n";
    Files.csv(caller, "/employees/import", employees.formatted(address)).expect(200);
    String ticket = "title,description,Requester email\r\nNo paper,Again,Ann Lee <%s>;\r\n";
    Files.csv(caller, "/tickets/import", ticket.formatted(address)).expect(200);

    assertThat(caller.get("/employees?email=" + TestClient.encoded(address)).ids()).hasSize(1);
    assertThat(
            caller
                .post("/employees", ServerFixture.employeeBody().put("birthday", " 1990-04-23\n"))
                .expect(201)
                .text("birthday"))
        .isEqualTo("1990-04-23");
  }

  @Test
  void anExternalIdIsTheSameWhateverIsAroundIt() {
    TestClient caller = as(admin);
    String id = "PX-" + ServerFixture.username();
    String file = "external_id,last_name\r\n\"%s\",Suharto\r\n";
    Files.csv(caller, "/employees/import", file.formatted(id + "\u00a0")).expect(200);

    for (String written : List.of(id, " " + id, id + " ", "\ufeff" + id + "\u200b")) {
      ServerResponse again = Files.csv(caller, "/employees/import", file.formatted(written));
      assertThat(again.expect(200).json().path("unchanged").intValue()).isEqualTo(1);
    }
    String both = file.formatted(id) + "\"" + id + " \",Suharto\r\n";
    assertThat(Files.csv(caller, "/employees/import", both).expect(422).pointers())
        .containsExactly("/3/external_id");
  }

  @Test
  void aPlaceIsFoundInEverySpelling() {
    String end = ServerFixture.username();
    TestClient caller = as(admin);
    ServerResponse employee =
        caller
            .post("/employees", ServerFixture.employeeBody().put("city", " Zu\u0308rich " + end))
            .expect(201);

    assertThat(employee.text("city")).isEqualTo("Z\u00fcrich " + end);
    for (String written : List.of("Z\u00fcrich " + end, "Zu\u0308rich " + end + " ")) {
      assertThat(caller.get("/employees?city=" + TestClient.encoded(written)).ids())
          .containsExactly(employee.id());
    }
  }

  @Test
  void oneNameIsEnough() {
    TestClient caller = as(admin);
    var body = ServerFixture.employeeBody().put("first_name", "Suharto").put("last_name", "");
    ServerResponse suharto = caller.post("/employees", body).expect(201);
    String path = "/employees/" + suharto.id();

    assertThat(suharto.text("first_name")).isEqualTo("Suharto");
    assertThat(suharto.json().path("last_name").isNull()).isTrue();
    assertThat(caller.patch(path, Json.object("first_name", " ")).expect(422).pointers())
        .containsExactlyInAnyOrder("/first_name", "/last_name");
    ServerResponse renamed =
        caller.patch(path, Json.object("last_name", "Suharto").putNull("first_name")).expect(200);
    assertThat(renamed.json().path("first_name").isNull()).isTrue();
    body.putNull("first_name");
    assertThat(caller.post("/employees", body).expect(422).pointers())
        .containsExactlyInAnyOrder("/first_name", "/last_name");
    long ticket = caller.post("/tickets", ServerFixture.ticketBody(suharto.id())).expect(201).id();
    JsonNode seen = caller.get("/tickets/" + ticket + "?expand=employee").json();
    assertThat(seen.at("/employee/last_name").textValue()).isEqualTo("Suharto");
    assertThat(caller.get("/employees?sort=last_name&q=suharto").ids()).contains(suharto.id());
  }

  @Test
  void aUserWithOneNameSpeaksByIt() {
    TestClient caller = as(admin);
    var body = ServerFixture.userBody("support").put("last_name", "Sukarno");
    body.remove("first_name");
    ServerResponse user = caller.post("/users", body).expect(201);
    Person sukarno = desk.login(body.path("username").textValue(), Installation.PASSWORD);
    long ticket = given.ticket(admin);

    assertThat(user.json().path("first_name").isNull()).isTrue();
    assertThat(
            as(sukarno)
                .post(
                    "/tickets/" + ticket + "/comments",
                    Json.object("body", "Here").put("visibility", "public"))
                .expect(201)
                .text("author_name"))
        .isEqualTo("Sukarno");
    assertThat(
            caller
                .patch("/users/" + user.id(), Json.object("last_name", ""))
                .expect(422)
                .pointers())
        .containsExactlyInAnyOrder("/first_name", "/last_name");
    caller.patch("/users/" + user.id(), Json.object("first_name", "Ann")).expect(200);
    caller.patch("/users/" + user.id(), Json.object().putNull("last_name")).expect(200);
  }

  @Test
  void anEmployeeMayHaveNeitherANumberNorAnAddress() {
    TestClient caller = as(admin);
    var body = ServerFixture.employeeBody().putNull("phone");
    body.remove("email");
    ServerResponse one = caller.post("/employees", body).expect(201);
    ServerResponse other = caller.post("/employees", body).expect(201);

    assertThat(one.json().path("phone").isNull()).isTrue();
    assertThat(one.json().path("email").isNull()).isTrue();
    String path = "/employees/" + other.id();
    String phone = ServerFixture.phone();
    assertThat(caller.patch(path, Json.object("phone", phone)).expect(200).text("phone"))
        .isEqualTo(phone);
    assertThat(
            caller
                .patch(path, Json.object().putNull("phone"))
                .expect(200)
                .json()
                .path("phone")
                .isNull())
        .isTrue();
    long ticket = caller.post("/tickets", ServerFixture.ticketBody(one.id())).expect(201).id();
    caller.get("/tickets/" + ticket + "?expand=employee").expect(200);
    assertThat(caller.get("/employees/" + one.id() + "/personal-data").text())
        .contains("\"phone\":null");
  }

  @Test
  void aFileMayKnowLittle() {
    TestClient caller = as(admin);
    String id = "FI-" + ServerFixture.username();
    String phone = ServerFixture.phone();
    String create = "external_id,last_name,phone\r\n%s,Suharto,'%s\r\n".formatted(id, phone);
    String rename = "external_id,first_name,last_name,email\r\n%s,Haji,,\r\n".formatted(id);
    String nameless = "external_id,first_name\r\n%s,\r\n".formatted(id);
    String empty = "external_id,phone\r\n%s-2,\r\n".formatted(id);

    Files.csv(caller, "/employees/import", create).expect(200);
    JsonNode created = found("phone=" + TestClient.encoded(phone));
    Files.csv(caller, "/employees/import", rename).expect(200);
    JsonNode renamed = found("phone=" + TestClient.encoded(phone));

    assertThat(created.path("last_name").textValue()).isEqualTo("Suharto");
    assertThat(created.path("first_name").isNull()).isTrue();
    assertThat(created.path("email").isNull()).isTrue();
    assertThat(renamed.path("first_name").textValue()).isEqualTo("Haji");
    assertThat(renamed.path("last_name").isNull()).isTrue();
    assertThat(found("q=haji%20" + phone.substring(1)).path("id")).isEqualTo(created.path("id"));
    for (String file : List.of(nameless, empty)) {
      assertThat(Files.csv(caller, "/employees/import", file).expect(422).pointers())
          .containsExactlyInAnyOrder("/2/first_name", "/2/last_name");
    }
    String path = "/employees?phone=" + TestClient.encoded(phone);
    String exported = Files.export(caller, path).expect(200).text();
    assertThat(
            Files.csv(caller, "/employees/import", exported)
                .expect(200)
                .json()
                .path("unchanged")
                .intValue())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+493012%s;ext=17",
        "tel:+49-30-12%s;ext=17",
        "+49 30 12%s ext. 17",
        "+49 30 12%s x17"
      })
  void anExtensionIsKeptApart(String spelling) {
    TestClient caller = as(admin);
    String end = ServerFixture.phone().substring(7);
    var body = ServerFixture.employeeBody().put("phone", spelling.formatted(end));
    ServerResponse created = caller.post("/employees", body).expect(201);
    String path = "/employees/" + created.id();
    String number = "+493012" + end;

    assertThat(created.text("phone")).isEqualTo(number);
    assertThat(created.text("phone_extension")).isEqualTo("17");
    assertThat(caller.get("/employees?phone=" + TestClient.encoded(number)).ids())
        .containsExactly(created.id());
    assertThat(caller.get("/employees?q=" + TestClient.encoded(number)).ids())
        .containsExactly(created.id());
    var colleague = ServerFixture.employeeBody().put("phone", number).put("phone_extension", "18");
    ServerResponse other = caller.post("/employees", colleague).expect(201);
    assertThat(other.text("phone_extension")).isEqualTo("18");
    caller
        .patch("/employees/" + other.id(), Json.object("phone_extension", "17"))
        .expectProblem(409, "already_exists");
    String file =
        Files.export(caller, "/employees?phone=" + TestClient.encoded(number)).expect(200).text();
    assertThat(
            Files.csv(caller, "/employees/import", file)
                .expect(200)
                .json()
                .path("unchanged")
                .intValue())
        .isEqualTo(2);
    assertThat(
            caller
                .patch(path, Json.object().putNull("phone_extension"))
                .expect(200)
                .json()
                .path("phone_extension")
                .isNull())
        .isTrue();
  }

  @Test
  void anExtensionIsDigitsBehindANumber() {
    TestClient caller = as(admin);
    var body = ServerFixture.employeeBody().put("phone_extension", "a7");
    assertThat(caller.post("/employees", body).expect(422).pointers())
        .containsExactly("/phone_extension");
    body.put("phone_extension", "7").putNull("phone");
    assertThat(caller.post("/employees", body).expect(422).pointers()).containsExactly("/phone");
  }

  private JsonNode found(String filter) {
    return as(admin).get("/employees?" + filter).expect(200).json().at("/items/0");
  }
}
