package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What becomes of an administrator while their request is under way. */
enum Revocation {
  DELETED(401),
  DISABLED(403),
  DEMOTED(403),
  REVOKED(401);

  private final int answer;

  Revocation(int answer) {
    this.answer = answer;
  }

  /** The status that their request is answered with. */
  int answer() {
    return answer;
  }

  void happenTo(Person person, TestClient admin) {
    String user = "/users/" + person.id();
    switch (this) {
      case DELETED -> admin.delete(user).expect(204);
      case DISABLED -> change(admin, user, Json.object().put("disabled", true));
      case DEMOTED -> change(admin, user, Json.object().set("roles", Json.array("support")));
      case REVOKED ->
          admin
              .put(
                  user + "/password",
                  Json.object().put("new_password", Installation.PASSWORD + "2"))
              .expect(204);
    }
  }

  private static void change(TestClient admin, String user, ObjectNode patch) {
    admin.with("Content-Type", "application/merge-patch+json").patch(user, patch).expect(200);
  }
}
