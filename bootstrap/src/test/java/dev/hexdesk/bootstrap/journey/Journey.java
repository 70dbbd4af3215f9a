package dev.hexdesk.bootstrap.journey;

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
}
