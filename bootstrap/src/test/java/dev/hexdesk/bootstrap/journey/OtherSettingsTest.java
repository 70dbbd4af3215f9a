package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A department that has chosen other rules for its people than those of the template. */
@Timeout(120)
class OtherSettingsTest {
  private static TestServer desk;
  private static Person admin;

  @BeforeAll
  static void start() throws Exception {
    Installation chosen = Installation.prepared();
    chosen.edit(
        "minLength: 5\n      maxLength: 16\n      pattern: '[^']+'",
        "minLength: 2\n      maxLength: 16\n      pattern: '[\\\\p{L}\\\\p{N}._-]+'");
    chosen.edit("unique: true", "unique: false");
    chosen.edit("region: ''", "region: GB");
    chosen.edit("fastPath: true", "fastPath: false");
    Files.writeString(
        chosen.setup(),
        """
          - username: j.smith2
            password: '%s'
            last_name: Smith
            phone: 020 7183 8000
            email: j.smith2@example.org
            roles: [support]
        """
            .formatted(Installation.PASSWORD),
        StandardOpenOption.APPEND);
    desk = TestServer.start(chosen);
    admin = desk.given().admin();
  }

  @AfterAll
  static void stop() throws Exception {
    desk.close();
  }

  private static TestClient asAdmin() {
    return desk.as(admin);
  }

  @Test
  void readsCanGoThroughTheFramework() {
    assertThat(desk.filters()).doesNotContain("FastPathFilter");
    assertThat(asAdmin().get("/me").expect(200).id()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"li", "j.smith3", "anna-maria", "r2_d2"})
  void userNamesOfTheChosenFormWorkEverywhere(String name) {
    ObjectNode body =
        ServerFixture.userBody("support")
            .put("username", name)
            .put("phone", ServerFixture.phone())
            .put("email", name + "@example.com");
    long user = asAdmin().post("/users", body).expect(201).id();

    assertThat(asAdmin().get("/users?username=" + name).ids()).containsExactly(user);
    assertThat(desk.login(name, Installation.PASSWORD).username()).isEqualTo(name);
    long employee = desk.given().employee();
    String file =
        "title,description,employee_id,assignee\r\nFire,It burns,%d,%s\r\n"
            .formatted(employee, name);
    dev.hexdesk.bootstrap.journey.Files.csv(asAdmin(), "/tickets/import", file).expect(200);
    assertThat(
            asAdmin()
                .get("/tickets?employee_id=" + employee)
                .json()
                .at("/items/0/assignee_id")
                .longValue())
        .isEqualTo(user);
  }

  @Test
  void aDefaultUserOfTheChosenFormLogsIn() {
    Person smith = desk.login("j.smith2", Installation.PASSWORD);
    assertThat(desk.as(smith).get("/me").expect(200).text()).contains("+442071838000");
  }

  @Test
  void aUserNameOfTheChosenFormGetsAnotherPassword() throws Exception {
    asAdmin().post("/users", ServerFixture.userBody().put("username", "jo")).expect(201);

    Program.Ended password = Program.run(desk.installation(), "password", "jo", "--generate");

    assertThat(password.code()).as("%s", password).isZero();
    assertThat(password.results()).contains("User jo");
  }

  @Test
  void nationalNumbersAreTakenAndSought() {
    ObjectNode body = ServerFixture.employeeBody().put("phone", "(020) 7183-8750");

    ServerResponse created = asAdmin().post("/employees", body).expect(201);

    assertThat(created.text("phone")).isEqualTo("+442071838750");
    assertThat(asAdmin().get("/employees?phone=" + TestClient.encoded("020 7183 8750")).ids())
        .contains(created.id());
  }

  @Test
  void employeesMayShareANumberAndAnAddressUntilTheyMayNot() throws Exception {
    ObjectNode hall = ServerFixture.employeeBody();
    long one = asAdmin().post("/employees", hall).expect(201).id();
    long other = asAdmin().post("/employees", hall).expect(201).id();
    String phone = hall.path("phone").textValue();
    String email = hall.path("email").textValue();
    String line = ",Ann,Lee,'%s,%s\r\n".formatted(phone, email);
    String file = dev.hexdesk.bootstrap.journey.Files.EMPLOYEES + line + line;
    dev.hexdesk.bootstrap.journey.Files.csv(asAdmin(), "/employees/import", file).expect(200);

    assertThat(asAdmin().get("/employees?phone=" + TestClient.encoded(phone)).ids())
        .contains(one, other)
        .hasSize(4);
    String ticket = "title,description,employee_email\r\nFire,It burns,%s\r\n".formatted(email);
    assertThat(
            dev.hexdesk.bootstrap.journey.Files.csv(asAdmin(), "/tickets/import", ticket)
                .expect(422)
                .pointers())
        .containsExactly("/2/employee_email");

    desk.installation().edit("unique: false", "unique: true");
    Program.Ended refused = Program.run(desk.installation(), "db", "unique");
    desk.installation().edit("unique: true", "unique: false");
    Program.Ended asBefore = Program.run(desk.installation(), "db", "unique");

    assertThat(refused.code()).as("%s", refused).isNotZero();
    assertThat(refused.messages()).contains("Nothing is changed").contains(one + ", " + other);
    assertThat(asBefore.code()).as("%s", asBefore).isZero();
    assertThat(asBefore.results()).contains("As before, employees may share phone numbers.");
    asAdmin().post("/employees", hall).expect(201);
  }
}
