package dev.hexdesk.bootstrap.journey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A journey on the server that all journeys share; so each brings users and data of its own. */
@ExtendWith(Desks.class)
abstract class Journey {
  protected Desk desk;
  protected Given given;
  protected Person admin;

  @BeforeEach
  void meet(Desk desk) {
    this.desk = desk;
    given = desk.given();
    admin = given.admin();
  }

  protected Caller as(Person person) {
    return desk.as(person);
  }
}
