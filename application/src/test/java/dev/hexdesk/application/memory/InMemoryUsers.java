package dev.hexdesk.application.memory;

import dev.hexdesk.application.memory.InMemoryDepartment.Account;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.user.UserRepository;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.LastAdministratorRule;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Users in memory, with the constraints that a database would have. */
public record InMemoryUsers(InMemoryDepartment department) implements UserRepository {
  @Override
  public UniqueStoring<User> insert(UserProfile profile, PasswordHash hash, Instant now) {
    return department.unitOfWork.statement(
        () -> {
          UserId id = new UserId(department.nextId());
          return store(new Account(new User(id, profile, Version.FIRST, now, now), hash, 1));
        });
  }

  @Override
  public Optional<User> find(UserId id) {
    return department.unitOfWork.statement(
        () -> Optional.ofNullable(department.accounts.get(id)).map(Account::user));
  }

  @Override
  public Optional<User> find(Username username) {
    return department.unitOfWork.statement(
        () ->
            users()
                .filter(user -> user.profile().username().key().equals(username.key()))
                .findAny());
  }

  @Override
  public Optional<User> findForUpdate(UserId id) {
    return find(id);
  }

  @Override
  public UniqueStoring<User> update(User user) {
    return department.unitOfWork.statement(
        () -> {
          Account before = department.accounts.get(user.id());
          InMemoryDepartment.requireCurrent(before == null ? null : before.user(), user);
          return store(new Account(user, before.hash(), before.epoch()));
        });
  }

  private UniqueStoring<User> store(Account account) {
    User user = account.user();
    Optional<String> taken =
        Stream.of(
                clash("username", user, profile -> profile.username().key()),
                clash("phone", user, profile -> profile.phone().value()),
                clash("email", user, profile -> profile.email().key()))
            .flatMap(Optional::stream)
            .findFirst();
    if (taken.isPresent()) {
      return department.unitOfWork.refused(new UniqueStoring.AlreadyExists<>(taken.get()));
    }
    department.accounts.put(user.id(), account);
    return new UniqueStoring.Stored<>(user);
  }

  private Optional<String> clash(String field, User user, Function<UserProfile, String> key) {
    return users()
        .filter(other -> !other.id().equals(user.id()))
        .filter(other -> key.apply(other.profile()).equals(key.apply(user.profile())))
        .map(other -> field)
        .findAny();
  }

  @Override
  public Deletion delete(UserId id) {
    return department.unitOfWork.statement(
        () -> {
          if (department.tickets.values().stream().anyMatch(ticket -> names(ticket, id))) {
            return department.unitOfWork.refused(Deletion.IN_USE);
          }
          department.networks.keySet().removeIf(known -> known.userId().equals(id));
          return department.accounts.remove(id) == null ? Deletion.UNKNOWN : Deletion.DELETED;
        });
  }

  private static boolean names(Ticket ticket, UserId id) {
    return ticket.ownerId().equals(id) || ticket.details().assigneeId().equals(Optional.of(id));
  }

  @Override
  public void lockAdministrators() {
    department.unitOfWork.lockAdministrators();
  }

  @Override
  public boolean hasActiveAdministratorBesides(UserId id) {
    department.unitOfWork.requireAdministratorsLocked();
    return department.unitOfWork.statement(
        () ->
            users()
                .filter(user -> !user.id().equals(id))
                .anyMatch(user -> LastAdministratorRule.isActiveAdministrator(user.profile())));
  }

  @Override
  public boolean isEmpty() {
    return department.unitOfWork.statement(department.accounts::isEmpty);
  }

  private Stream<User> users() {
    return department.accounts.values().stream().map(Account::user);
  }
}
