package dev.hexdesk.application.contract;

import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import java.time.Instant;
import java.util.function.Supplier;

/** Puts people and tickets into a store before a test begins. */
public final class StoreFixture {
  /** The password hash of all users put in here. */
  public static final PasswordHash HASH = new PasswordHash("$first$");

  private final Store store;
  private final Instant now;

  private StoreFixture(Store store, Instant now) {
    this.store = store;
    this.now = now;
  }

  public static StoreFixture in(Store store) {
    return new StoreFixture(store, Fixtures.NOON);
  }

  /** A fixture on the same store whose rows are created at that moment. */
  public StoreFixture at(Instant moment) {
    return new StoreFixture(store, moment);
  }

  public User user(UserBuilder user) {
    return inTransaction(
        () ->
            switch (store.users().insert(user.profile(), HASH, now)) {
              case UniqueStoring.Stored(User stored) -> stored;
              case UniqueStoring.AlreadyExists refusal -> throw refused(refusal);
            });
  }

  public Employee employee(EmployeeBuilder employee) {
    return inTransaction(
        () ->
            switch (store.employees().insert(employee.profile(), now)) {
              case UniqueStoring.Stored(Employee stored) -> stored;
              case UniqueStoring.AlreadyExists refusal -> throw refused(refusal);
            });
  }

  public Ticket ticket(TicketBuilder ticket) {
    return inTransaction(
        () ->
            switch (store.tickets().insert(ticket.details(), ticket.owner(), now)) {
              case TicketRepository.Storing.Stored(Ticket stored) -> stored;
              case TicketRepository.Storing refusal -> throw refused(refusal);
            });
  }

  private <T> T inTransaction(Supplier<T> work) {
    return store.unitOfWork().inTransaction(work);
  }

  private static AssertionError refused(Object refusal) {
    return new AssertionError("the store refused: " + refusal);
  }
}
