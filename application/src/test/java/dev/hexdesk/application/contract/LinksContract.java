package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code LinkRepository} and {@code LinkQueries} promises. */
public abstract class LinksContract extends StoreContract {
  private static final Instant LATER = NOON.plusSeconds(60);

  private TicketId fire;
  private TicketId smoke;

  @BeforeEach
  void addTickets() {
    TicketBuilder ticket =
        aTicket()
            .forEmployee(given.employee(anEmployee()))
            .ownedBy(given.user(aUser().named("alice")));
    fire = given.ticket(ticket.titled("Fire")).id();
    smoke = given.ticket(ticket.titled("Smoke").withStatus(TicketStatus.PENDING)).id();
  }

  @ParameterizedTest
  @EnumSource
  void showsALinkFromBothSides(LinkRole role) {
    insert(fire, smoke, role);

    assertThat(store.links().find(fire, smoke)).contains(role);
    assertThat(store.links().find(smoke, fire)).contains(role.opposite());
    assertThat(store.linkQueries().list(fire))
        .containsExactly(new LinkView(smoke, role, "Smoke", TicketStatus.PENDING, LATER));
    assertThat(store.linkQueries().list(smoke))
        .containsExactly(new LinkView(fire, role.opposite(), "Fire", TicketStatus.NEW, LATER));
  }

  @ParameterizedTest
  @EnumSource
  void makesALinkAnotherFromEitherSide(LinkRole role) {
    insert(fire, smoke, LinkRole.BLOCKS);

    inTransaction(
        () -> {
          store.links().update(smoke, fire, role);
          return true;
        });

    assertThat(store.linkQueries().list(smoke))
        .containsExactly(new LinkView(fire, role, "Fire", TicketStatus.NEW, LATER));
    assertThat(store.links().find(fire, smoke)).contains(role.opposite());
  }

  @Test
  void countsALinkAtBothItsEnds() {
    assertThat(store.links().count(fire)).isZero();

    insert(smoke, fire, LinkRole.DUPLICATES);

    assertThat(store.links().count(fire)).isEqualTo(1);
    assertThat(store.links().count(smoke)).isEqualTo(1);
  }

  @Test
  void partsTicketsFromEitherSide() {
    insert(fire, smoke, LinkRole.BLOCKS);

    delete(smoke, fire);
    delete(smoke, fire);

    assertThat(store.links().find(fire, smoke)).isEmpty();
    assertThat(store.linkQueries().list(fire)).isEmpty();
  }

  @Test
  void forgetsTheLinksOfADeletedTicket() {
    insert(fire, smoke, LinkRole.RELATED);

    inTransaction(() -> store.tickets().delete(smoke));

    assertThat(store.linkQueries().list(fire)).isEmpty();
    assertThat(store.links().count(fire)).isZero();
  }

  private void insert(TicketId ticket, TicketId other, LinkRole role) {
    inTransaction(
        () -> {
          store.links().insert(ticket, other, role, LATER);
          return true;
        });
  }

  private void delete(TicketId ticket, TicketId other) {
    inTransaction(
        () -> {
          store.links().delete(ticket, other);
          return true;
        });
  }
}
