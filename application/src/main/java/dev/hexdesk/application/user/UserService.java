package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.UserChangePolicy;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Creates, shows and lists users, and sets their passwords. */
public record UserService(
    UnitOfWork unitOfWork,
    UserRepository users,
    UserQueries queries,
    CredentialRepository credentials,
    PasswordHasher hasher,
    Lockouts lockouts,
    RolePolicy policy,
    InstantSource clock)
    implements CreateUser, ShowUser, ListUsers, SetUserPassword {
  @Override
  public CreateUser.Result create(CreateUser.Command command) {
    if (decideCreation(command.actor(), command) instanceof Denial denial) {
      return new CreateUser.Result.Denied(denial);
    }
    PasswordHash hash = hasher.hash(command.password());
    return command
        .present()
        .find()
        .map(now -> insert(now, command, hash))
        .orElseGet(CreateUser.Result.TokenVoid::new);
  }

  private CreateUser.Result insert(Actor now, CreateUser.Command command, PasswordHash hash) {
    if (decideCreation(now, command) instanceof Denial denial) {
      return new CreateUser.Result.Denied(denial);
    }
    return unitOfWork.inTransaction(
        () ->
            switch (users.insert(command.profile(), hash, clock.instant())) {
              case UniqueStoring.Stored(User user) -> new CreateUser.Result.Created(user);
              case UniqueStoring.AlreadyExists(String field) ->
                  new CreateUser.Result.AlreadyExists(field);
            });
  }

  private UserChangePolicy changePolicy() {
    return new UserChangePolicy(policy);
  }

  private Decision decideCreation(Actor actor, CreateUser.Command command) {
    Decision decision = policy.decide(actor, Permission.USER_CREATE);
    return decision instanceof Denial
        ? decision
        : changePolicy()
            .decideRoleChange(actor, Set.of(), command.profile().roles(), Permission.USER_CREATE);
  }

  @Override
  public ReadResult<User> show(ShowUser.Query query) {
    return ReadResult.of(
        policy.decide(query.actor(), Permission.USER_READ), () -> queries.find(query.id()));
  }

  @Override
  public AccessResult<Page<User>> list(ListUsers.Query query) {
    return AccessResult.of(
        policy.decide(query.actor(), Permission.USER_READ),
        () -> queries.list(query.filter(), query.sort(), query.page()));
  }

  @Override
  public SetUserPassword.Result setPassword(SetUserPassword.Command command) {
    if (policy.decide(command.actor(), Permission.USER_UPDATE_PASSWORD) instanceof Denial denial) {
      return new SetUserPassword.Result.Refused(new Refusal.Denied(denial));
    }
    // Who is refused anyway must not cost a hash; the last word is spoken in the transaction.
    return refusalOf(command.actor(), command, users.find(command.id()))
        .orElseGet(
            () -> {
              PasswordHash hash = hasher.hash(command.password());
              return command
                  .present()
                  .find()
                  .map(now -> unitOfWork.inTransaction(() -> storePassword(now, command, hash)))
                  .orElseGet(SetUserPassword.Result.TokenVoid::new);
            });
  }

  private SetUserPassword.Result storePassword(
      Actor now, SetUserPassword.Command command, PasswordHash hash) {
    if (policy.decide(now, Permission.USER_UPDATE_PASSWORD) instanceof Denial denial) {
      return new SetUserPassword.Result.Refused(new Refusal.Denied(denial));
    }
    Optional<User> user = users.findForUpdate(command.id());
    return refusalOf(now, command, user)
        .orElseGet(
            () -> {
              credentials.changePassword(command.id(), hash);
              user.map(known -> known.profile().username())
                  .ifPresent(name -> lockouts.unlock(command.id(), name));
              return new SetUserPassword.Result.Changed();
            });
  }

  private Optional<SetUserPassword.Result> refusalOf(
      Actor actor, SetUserPassword.Command command, Optional<User> found) {
    if (found.isEmpty()) {
      return Optional.of(new SetUserPassword.Result.Refused(new Refusal.Unknown()));
    }
    User user = found.get();
    if (changePolicy().decideCredentialChange(actor, user, Permission.USER_UPDATE_PASSWORD)
        instanceof Denial denial) {
      return Optional.of(new SetUserPassword.Result.Refused(new Refusal.Denied(denial)));
    }
    if (!command.precondition().holdsFor(user.version())) {
      return Optional.of(new SetUserPassword.Result.Refused(new Refusal.PreconditionFailed()));
    }
    return command.password().contains(user.profile().username().value())
        ? Optional.of(new SetUserPassword.Result.ContainsUsername())
        : Optional.empty();
  }
}
