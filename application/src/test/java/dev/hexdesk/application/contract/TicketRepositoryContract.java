package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.ticket.TicketRepository.Storing;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.MergeOutcome;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@code TicketRepository} promises. */
public abstract class TicketRepositoryContract extends StoreContract {
  private static final long UNKNOWN = 987_654_321;
  private static final Instant LATER = NOON.plusSeconds(60);

  private User alice;
  private User bob;
  private Employee iryna;

  @BeforeEach
  void addPeople() {
    alice = given.user(aUser().named("alice"));
    bob = given.user(aUser().named("bob"));
    iryna = given.employee(anEmployee());
  }

  @Test
  void findsATicketAsItWasStored() {
    TicketBuilder ticket =
        anOwnedTicket()
            .assignedTo(bob)
            .titled("Друкарка \"горить\" 😀 100 %_\\")
            .describedAs("  Зовсім.\r\n\tІ дим.\n\n' OR 1=1 --  ");

    Ticket stored = given.ticket(ticket);

    assertThat(stored.details()).isEqualTo(ticket.details());
    assertThat(stored.ownerId()).isEqualTo(alice.id());
    assertThat(stored.version()).isEqualTo(Version.FIRST);
    assertThat(stored.createdAt()).isEqualTo(NOON);
    assertThat(stored.updatedAt()).isEqualTo(NOON);
    assertThat(found(stored)).isEqualTo(stored);
  }

  @ParameterizedTest
  @EnumSource
  void storesEveryStatus(TicketStatus status) {
    Ticket stored = given.ticket(anOwnedTicket().withStatus(status));

    assertThat(found(stored).details().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void storesEveryPriority(Priority priority) {
    Ticket stored = given.ticket(anOwnedTicket().withPriority(priority));

    assertThat(found(stored).details().priority()).isEqualTo(priority);
  }

  @Test
  void storesTheLongestValuesThatTheDomainKnows() {
    TicketBuilder longest =
        anOwnedTicket().titled("𠀀".repeat(1000)).describedAs("𠀀".repeat(100_000));

    assertThat(found(given.ticket(longest)).details()).isEqualTo(longest.details());
  }

  @Test
  void answersTheVeryMomentsThatItFindsLater() {
    Instant fine = Instant.parse("2026-11-23T10:15:30.123456789Z");
    Ticket ticket = given.at(fine).ticket(anOwnedTicket());
    assertThat(found(ticket)).isEqualTo(ticket);

    Storing updated = update(ticket, anOwnedTicket().titled("Cold again"), fine);

    assertThat(updated).isEqualTo(new Storing.Stored(found(ticket)));
  }

  @Test
  void findsNothingUnderAnUnknownId() {
    assertThat(inTransaction(() -> store.tickets().findForUpdate(new TicketId(UNKNOWN)))).isEmpty();
  }

  @Test
  void findsThoseOfSeveralThatThereAre() {
    Ticket one = given.ticket(anOwnedTicket());
    Ticket other = given.ticket(anOwnedTicket());

    assertThat(
            inTransaction(
                () ->
                    store
                        .tickets()
                        .findAllForUpdate(Set.of(other.id(), new TicketId(UNKNOWN), one.id()))))
        .isEqualTo(Map.of(one.id(), one, other.id(), other));
  }

  @Test
  void refusesWhomThereIsNot() {
    assertThat(insert(anOwnedTicket().forEmployee(new EmployeeId(UNKNOWN))))
        .isEqualTo(new Storing.UnknownEmployee());
    assertThat(insert(anOwnedTicket().ownedBy(new UserId(UNKNOWN))))
        .isEqualTo(new Storing.UnknownOwner());
    assertThat(insert(anOwnedTicket().assignedTo(new UserId(UNKNOWN))))
        .isEqualTo(new Storing.UnknownAssignee());
  }

  @Test
  void storesAChangedTicket() {
    Employee taras = given.employee(anEmployee().called("Taras", "Bulba"));
    Ticket ticket = given.ticket(anOwnedTicket());
    TicketBuilder changed =
        aTicket().withEverythingElse().forEmployee(taras).ownedBy(alice).assignedTo(bob);

    Storing answer = update(ticket, changed, LATER);

    Ticket expected =
        new Ticket(
            ticket.id(),
            changed.details(),
            alice.id(),
            ticket.milestones(),
            Optional.empty(),
            Optional.empty(),
            ticket.version().next(),
            NOON,
            LATER);
    assertThat(answer).isEqualTo(new Storing.Stored(expected));
    assertThat(found(ticket)).isEqualTo(expected);
  }

  @Test
  void takesATicketFromItsAssignee() {
    Ticket ticket = given.ticket(anOwnedTicket().assignedTo(bob));

    update(ticket, anOwnedTicket().unassigned(), LATER);

    assertThat(found(ticket).details().assigneeId()).isEmpty();
  }

  @Test
  void refusesAnUpdateThatNamesNobody() {
    Ticket ticket = given.ticket(anOwnedTicket());

    assertThat(update(ticket, anOwnedTicket().forEmployee(new EmployeeId(UNKNOWN)), LATER))
        .isEqualTo(new Storing.UnknownEmployee());
    assertThat(update(ticket, anOwnedTicket().assignedTo(new UserId(UNKNOWN)), LATER))
        .isEqualTo(new Storing.UnknownAssignee());
    assertThat(found(ticket)).isEqualTo(ticket);
  }

  @Test
  void refusesAStaleUpdate() {
    Ticket ticket = given.ticket(anOwnedTicket());
    update(ticket, anOwnedTicket().titled("First"), LATER);

    assertThatThrownBy(() -> update(ticket, anOwnedTicket().titled("Late"), LATER))
        .isInstanceOf(StaleVersion.class);

    assertThat(found(ticket).details().title().value()).isEqualTo("First");
  }

  @Test
  void refusesToUpdateADeletedTicket() {
    Ticket ticket = given.ticket(anOwnedTicket());
    delete(ticket);

    assertThatThrownBy(() -> update(ticket, anOwnedTicket().titled("Late"), LATER))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void deletesATicketOnceAndGivesItsIdToNoOther() {
    Ticket ticket = given.ticket(anOwnedTicket());

    assertThat(delete(ticket)).isEqualTo(Deletion.DELETED);
    assertThat(delete(ticket)).isEqualTo(Deletion.UNKNOWN);
    assertThat(given.ticket(anOwnedTicket()).id()).isNotEqualTo(ticket.id());
  }

  @Test
  void keepsATicketThatOthersWereMergedInto() {
    Ticket source = given.ticket(anOwnedTicket());
    Ticket target = given.ticket(anOwnedTicket());
    Ticket merged =
        ((MergeOutcome.Merged) source.mergeInto(target, MergeRule.SAME_EMPLOYEE, LATER)).source();
    inTransaction(() -> store.tickets().update(merged));

    assertThat(delete(target)).isEqualTo(Deletion.IN_USE);

    assertThat(found(source).mergedInto()).contains(target.id());
    assertThat(found(target)).isEqualTo(target);
    assertThat(delete(source)).isEqualTo(Deletion.DELETED);
    assertThat(delete(target)).isEqualTo(Deletion.DELETED);
  }

  @Test
  void reassignsWhatAUserOwnsAndWhatTheyWorkOn() {
    User carol = given.user(aUser().named("carol"));
    Ticket owned = given.ticket(anOwnedTicket().assignedTo(bob));
    Ticket assigned = given.ticket(anOwnedTicket().ownedBy(bob).assignedTo(alice));
    Ticket both = given.ticket(anOwnedTicket().assignedTo(alice));

    reassign(alice, carol);

    assertThat(found(owned))
        .isEqualTo(handedOver(owned, carol, anOwnedTicket().assignedTo(bob).details()));
    assertThat(found(assigned))
        .isEqualTo(handedOver(assigned, bob, anOwnedTicket().assignedTo(carol).details()));
    assertThat(found(both))
        .isEqualTo(handedOver(both, carol, anOwnedTicket().assignedTo(carol).details()));
  }

  @Test
  void reassigningLeavesTheTicketsOfOthersAlone() {
    User carol = given.user(aUser().named("carol"));
    Ticket ofBob = given.ticket(anOwnedTicket().ownedBy(bob).assignedTo(carol));
    Ticket unassigned = given.ticket(anOwnedTicket().ownedBy(bob));

    reassign(alice, carol);

    assertThat(found(ofBob)).isEqualTo(ofBob);
    assertThat(found(unassigned)).isEqualTo(unassigned);
  }

  @Test
  void reassignedTicketsNameTheLeavingUserNoMore() {
    given.ticket(anOwnedTicket().assignedTo(alice));

    reassign(alice, bob);

    assertThat(inTransaction(() -> store.users().delete(alice.id()))).isEqualTo(Deletion.DELETED);
  }

  @Test
  void littleIsHandedOverAtOnce() {
    given.ticket(anOwnedTicket().assignedTo(alice));

    reassign(alice, bob);

    assertThat(store.handover().proceed()).isFalse();
  }

  private TicketBuilder anOwnedTicket() {
    return aTicket().forEmployee(iryna).ownedBy(alice);
  }

  private static Ticket handedOver(Ticket before, User owner, TicketDetails details) {
    return new Ticket(
        before.id(),
        details,
        owner.id(),
        before.milestones(),
        Optional.empty(),
        Optional.empty(),
        before.version().next(),
        before.createdAt(),
        LATER);
  }

  private Storing insert(TicketBuilder ticket) {
    return inTransaction(() -> store.tickets().insert(ticket.details(), ticket.owner(), NOON));
  }

  private Storing update(Ticket ticket, TicketBuilder changed, Instant now) {
    return inTransaction(
        () -> store.tickets().update(TicketBuilder.next(ticket, changed.details(), now)));
  }

  private Deletion delete(Ticket ticket) {
    return inTransaction(() -> store.tickets().delete(ticket.id()));
  }

  private void reassign(User from, User to) {
    inTransaction(
        () -> {
          store.handover().reassign(from.id(), to.id(), to.id(), LATER);
          return true;
        });
  }

  private Ticket found(Ticket ticket) {
    return inTransaction(() -> store.tickets().findForUpdate(ticket.id())).orElseThrow();
  }
}
