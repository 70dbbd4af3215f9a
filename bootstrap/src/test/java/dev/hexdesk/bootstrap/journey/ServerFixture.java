package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicLong;

/** What a journey begins with, each with names of its own. */
public final class ServerFixture {
  private static final AtomicLong LAST = new AtomicLong();

  private final TestServer desk;
  private final Memo admin = new Memo("admin");
  private final Memo manager = new Memo("manager");
  private final Memo support = new Memo("support");

  ServerFixture(TestServer desk) {
    this.desk = desk;
  }

  /** The default user of that name, logged in when first needed. */
  private final class Memo {
    private final String username;
    private Person person;

    Memo(String username) {
      this.username = username;
    }

    synchronized Person get() {
      if (person == null) {
        person = desk.login(username, Installation.PASSWORD);
      }
      return person;
    }

    synchronized void forget() {
      person = null;
    }
  }

  public Person admin() {
    return admin.get();
  }

  /** The administrator at work. */
  TestClient asAdmin() {
    return desk.as(admin());
  }

  public Person manager() {
    return manager.get();
  }

  public Person support() {
    return support.get();
  }

  /** For who has changed the default user's password. */
  void forgetSupport() {
    support.forget();
  }

  /** A new user with these roles, logged in. */
  public Person user(String... roles) {
    ObjectNode body = userBody(roles);
    desk.as(admin()).post("/users", body).expect(201);
    return desk.login(body.path("username").textValue(), Installation.PASSWORD);
  }

  /** A new user with these roles, who does not log in. */
  long userId(String... roles) {
    return desk.as(admin()).post("/users", userBody(roles)).expect(201).id();
  }

  public long employee() {
    return desk.as(admin()).post("/employees", employeeBody()).expect(201).id();
  }

  long ticket(Person owner) {
    return desk.as(owner).post("/tickets", ticketBody(employee())).expect(201).id();
  }

  /** A comment by the administrator. */
  long comment(String path, ObjectNode body) {
    return desk.as(admin()).post(path, body).expect(201).id();
  }

  /** A valid user whom nobody has created yet. */
  public static ObjectNode userBody(String... roles) {
    String username = username();
    return Json.object()
        .put("username", username)
        .put("password", Installation.PASSWORD)
        .put("first_name", "Зоя")
        .put("last_name", "O’Neil")
        .put("phone", phone())
        .put("email", username + "@example.org")
        .set("roles", Json.array(roles));
  }

  public static ObjectNode employeeBody() {
    return Json.object()
        .put("first_name", "Zoë")
        .put("last_name", "Ґалаґан")
        .put("nick_name", "Зоя 2")
        .put("phone", phone())
        .put("email", username() + "@example.com")
        .put("birthday", "1990-04-23")
        .put("country", "Ukraine")
        .put("city", "Київ")
        .put("address", "12 Khreshchatyk St, office 4");
  }

  public static ObjectNode ticketBody(long employee) {
    return Json.object()
        .put("employee_id", employee)
        .put("title", "The printer is on fire")
        .put("description", "Second floor.\nFlames are blue.");
  }

  /** Letters only, as names have to be. */
  public static String username() {
    StringBuilder name = new StringBuilder("user");
    for (char digit : Long.toString(LAST.incrementAndGet(), 26).toCharArray()) {
      name.append((char) ('a' + Character.digit(digit, 26)));
    }
    return name.append("x").toString();
  }

  public static String phone() {
    return "+38050%07d".formatted(LAST.incrementAndGet());
  }
}
