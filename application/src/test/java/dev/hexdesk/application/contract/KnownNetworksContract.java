package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.KnownNetworks.Sighting;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code KnownNetworks} promises. */
public abstract class KnownNetworksContract extends StoreContract {
  private static final String HOME = "192.0.2.1";
  private static final String OFFICE = "192.0.2.2";

  private User alice;
  private User bobby;

  @BeforeEach
  void addUsers() {
    alice = given.user(aUser().named("alice"));
    bobby = given.user(aUser().named("bobby"));
  }

  @Test
  void knowsNobodyAtFirst() {
    assertThat(find("alice", HOME)).isEmpty();
    assertThat(find("nobody", HOME)).isEmpty();
    assertThat(store.knownNetworks().of(alice.id())).isEmpty();
  }

  @Test
  void knowsWhoWasThere() {
    remember(alice, HOME, NOON);
    remember(alice, OFFICE, NOON);
    remember(bobby, OFFICE, NOON);

    Sighting home = find("alice", HOME).orElseThrow();
    assertThat(home.seenAt()).isEqualTo(NOON);
    assertThat(home.known().userId()).isEqualTo(alice.id());
    assertThat(find("ALICE", HOME)).contains(home);
    assertThat(find("bobby", HOME)).isEmpty();
    assertThat(find("nobody", HOME)).isEmpty();
    assertThat(store.knownNetworks().of(alice.id()))
        .containsExactlyInAnyOrder(home.known(), find("alice", OFFICE).orElseThrow().known());
    assertThat(store.knownNetworks().of(bobby.id()))
        .containsExactly(find("bobby", OFFICE).orElseThrow().known());
  }

  @Test
  void remembersTheLastTime() {
    remember(alice, HOME, NOON);
    remember(alice, HOME, NOON.plusSeconds(5));

    assertThat(find("alice", HOME).orElseThrow().seenAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(store.knownNetworks().of(alice.id())).hasSize(1);
  }

  @Test
  void forgetsWhatIsTooLongAgo() {
    remember(alice, HOME, NOON);
    remember(alice, OFFICE, NOON.plusSeconds(1));

    store
        .knownNetworks()
        .remember(bobby.id(), address(HOME), NOON.plusSeconds(9), NOON.plusSeconds(1));

    assertThat(find("alice", HOME)).isEmpty();
    assertThat(find("alice", OFFICE)).isPresent();
  }

  @Test
  void forgetsWhoIsDeleted() {
    remember(alice, HOME, NOON);
    inTransaction(() -> store.users().delete(alice.id()));
    remember(alice, OFFICE, NOON);

    assertThat(store.knownNetworks().of(alice.id())).isEmpty();
    given.user(aUser().named("alice"));
    assertThat(find("alice", HOME)).isEmpty();
  }

  private void remember(User user, String from, Instant now) {
    store.knownNetworks().remember(user.id(), address(from), now, NOON.minusSeconds(1));
  }

  private Optional<Sighting> find(String name, String from) {
    return store.knownNetworks().find(new Username(name), address(from));
  }

  private static ClientAddress address(String ip) {
    return ClientAddress.of(ip).orElseThrow();
  }
}
