package dev.hexdesk.domain;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Where tests get people and tickets from; to be imported statically. */
public final class Fixtures {
  /** The moment at which tests play unless they say otherwise. */
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Fixtures() {}

  /** An enabled user without any role. */
  public static UserBuilder aUser() {
    return new UserBuilder();
  }

  /** An employee of whom only what is required is known. */
  public static EmployeeBuilder anEmployee() {
    return new EmployeeBuilder();
  }

  /** Somebody of whom all is known that can be. */
  public static EmployeeBuilder aWellKnownEmployee() {
    return anEmployee()
        .withId(12)
        .called("Зоя", "O’Neil")
        .knownAs("Zoë")
        .withPhone("+442071838750")
        .withEmail("zoya@example.com")
        .bornOn(LocalDate.of(1990, 4, 23))
        .in("Ukraine", "Київ")
        .at("12 Khreshchatyk St, office 4")
        .withExternalId("HR-17");
  }

  /** A new ticket of normal priority that nobody works on. */
  public static TicketBuilder aTicket() {
    return new TicketBuilder();
  }

  /** Somebody with these roles and a token without scopes. */
  public static Actor anActor(Role... roles) {
    return new Actor(new UserId(1), Set.of(roles), false, Optional.empty());
  }

  /** The user, acting with a token without scopes. */
  public static Actor actingAs(User user) {
    return new Actor(
        user.id(), user.profile().roles(), user.profile().disabled(), Optional.empty());
  }

  /** The same actor with a token narrowed to the scopes. */
  public static Actor narrowed(Actor actor, Scope... scopes) {
    return new Actor(actor.id(), actor.roles(), actor.disabled(), Optional.of(Set.of(scopes)));
  }

  /** The same actor, disabled. */
  public static Actor disabled(Actor actor) {
    return new Actor(actor.id(), actor.roles(), true, actor.scopes());
  }
}
