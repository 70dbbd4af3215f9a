package dev.hexdesk.bootstrap.journey;

import java.net.http.HttpRequest.BodyPublishers;

/** Files of many rows, as clients send and get them. */
final class Files {
  static final String EMPLOYEES = "external_id,first_name,last_name,phone,email\r\n";
  static final String TICKETS = "external_id,title,description,employee_id\r\n";

  private Files() {}

  /** A file with one employee whom nobody has created yet. */
  static String employee(String externalId) {
    return EMPLOYEES + employeeLine(externalId);
  }

  static String employeeLine(String externalId) {
    String name = ServerFixture.username();
    return "%s-%s,Zoë,Ґалаґан,'%s,%s@example.com\r\n"
        .formatted(externalId, name, ServerFixture.phone(), name);
  }

  /** A file with one ticket. */
  static String ticket(String externalId, long employee) {
    return TICKETS
        + "%s-%s,No paper,Again,%d\r\n".formatted(externalId, ServerFixture.username(), employee);
  }

  static ServerResponse csv(TestClient caller, String path, String text) {
    return caller
        .with("Content-Type", "text/csv")
        .send("POST", path, BodyPublishers.ofString(text));
  }

  static ServerResponse ndjson(TestClient caller, String path, String text) {
    return caller
        .with("Content-Type", "application/x-ndjson")
        .send("POST", path, BodyPublishers.ofString(text));
  }

  static ServerResponse export(TestClient caller, String path) {
    return caller.with("Accept", "text/csv").get(path);
  }
}
