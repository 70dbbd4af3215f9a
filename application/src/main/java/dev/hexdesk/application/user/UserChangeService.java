package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.UserChangePolicy;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.LastAdministratorRule;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Changes and deletes users, and sees to it that the department never is without an administrator.
 */
public record UserChangeService(
    UnitOfWork unitOfWork,
    UserRepository users,
    TicketHandover tickets,
    RolePolicy policy,
    InstantSource clock)
    implements ChangeUser, ReplaceUser, DeleteUser {
  @Override
  public ChangeUser.Result change(ChangeUser.Command command) {
    Set<Permission> needed = UserChangePolicy.permissionsFor(command.changes());
    if (policy.decideAll(command.actor(), needed) instanceof Denial denial) {
      return new ChangeUser.Result.Refused(new Refusal.Denied(denial));
    }
    return apply(
        command.actor(),
        command.id(),
        command.precondition(),
        needed.iterator().next(),
        present ->
            command.changes().leaveNoName(present)
                ? Optional.empty()
                : Optional.of(command.changes().appliedTo(present)));
  }

  @Override
  public ChangeUser.Result replace(ReplaceUser.Command command) {
    if (policy.decide(command.actor(), Permission.USER_UPDATE) instanceof Denial denial) {
      return new ChangeUser.Result.Refused(new Refusal.Denied(denial));
    }
    return apply(
        command.actor(),
        command.id(),
        command.precondition(),
        Permission.USER_UPDATE,
        present -> Optional.of(command.profile()));
  }

  private ChangeUser.Result apply(
      Actor actor,
      UserId id,
      Precondition precondition,
      Permission permission,
      Function<UserProfile, Optional<UserProfile>> change) {
    return unitOfWork.inTransaction(
        () -> {
          users.lockAdministrators();
          Optional<User> found = users.findForUpdate(id);
          if (found.isEmpty()) {
            return new ChangeUser.Result.Refused(new Refusal.Unknown());
          }
          User user = found.get();
          Optional<UserProfile> wanted = change.apply(user.profile());
          if (wanted.isEmpty()) {
            return new ChangeUser.Result.Nameless();
          }
          UserProfile changed = wanted.get();
          if (decideProfile(actor, user, changed, permission) instanceof Denial denial) {
            return new ChangeUser.Result.Refused(new Refusal.Denied(denial));
          }
          if (!precondition.holdsFor(user.version())) {
            return new ChangeUser.Result.Refused(new Refusal.PreconditionFailed());
          }
          return store(user, changed);
        });
  }

  private UserChangePolicy changePolicy() {
    return new UserChangePolicy(policy);
  }

  private Decision decideProfile(
      Actor actor, User user, UserProfile changed, Permission permission) {
    boolean renamed = !changed.username().equals(user.profile().username());
    Decision decision =
        renamed
            ? changePolicy().decideCredentialChange(actor, user, permission)
            : changePolicy().decideChange(actor, user, permission);
    return decision instanceof Denial
        ? decision
        : changePolicy()
            .decideRoleChange(actor, user.profile().roles(), changed.roles(), permission);
  }

  private ChangeUser.Result store(User user, UserProfile changed) {
    if (LastAdministratorRule.forbidsChange(
        user, changed, () -> users.hasActiveAdministratorBesides(user.id()))) {
      return new ChangeUser.Result.LastAdministrator();
    }
    User after = user.with(changed, clock.instant());
    if (after.equals(user)) {
      return new ChangeUser.Result.Changed(user);
    }
    return switch (users.update(after)) {
      case UniqueStoring.Stored(User stored) -> new ChangeUser.Result.Changed(stored);
      case UniqueStoring.AlreadyExists(String field) -> new ChangeUser.Result.AlreadyExists(field);
    };
  }

  @Override
  public DeleteUser.Result delete(DeleteUser.Command command) {
    if (policy.decide(command.actor(), Permission.USER_DELETE) instanceof Denial denial) {
      return new DeleteUser.Result.Refused(new Refusal.Denied(denial));
    }
    return unitOfWork.inTransaction(
        () -> {
          users.lockAdministrators();
          return users
              .findForUpdate(command.id())
              .map(user -> delete(command, user))
              .orElseGet(() -> new DeleteUser.Result.Refused(new Refusal.Unknown()));
        });
  }

  private DeleteUser.Result delete(DeleteUser.Command command, User user) {
    if (changePolicy().decideChange(command.actor(), user, Permission.USER_DELETE)
        instanceof Denial denial) {
      return new DeleteUser.Result.Refused(new Refusal.Denied(denial));
    }
    if (!command.precondition().holdsFor(user.version())) {
      return new DeleteUser.Result.Refused(new Refusal.PreconditionFailed());
    }
    if (LastAdministratorRule.forbidsDeletion(
        user, () -> users.hasActiveAdministratorBesides(user.id()))) {
      return new DeleteUser.Result.LastAdministrator();
    }
    if (command.successor().isPresent()) {
      UserId successor = command.successor().get();
      if (!isSuitable(successor, user.id())) {
        return new DeleteUser.Result.UnsuitableSuccessor();
      }
      tickets.reassign(user.id(), successor, command.actor().id(), clock.instant());
    }
    return switch (users.delete(user.id())) {
      case DELETED -> new DeleteUser.Result.Deleted();
      case IN_USE -> new DeleteUser.Result.InUse();
      case UNKNOWN -> new DeleteUser.Result.Refused(new Refusal.Unknown());
    };
  }

  private boolean isSuitable(UserId successor, UserId leaving) {
    return !successor.equals(leaving)
        && users.find(successor).filter(policy::mayBeAssigned).isPresent();
  }
}
