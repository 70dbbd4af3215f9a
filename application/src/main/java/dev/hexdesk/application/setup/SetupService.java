package dev.hexdesk.application.setup;

import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.application.user.Lockouts;
import dev.hexdesk.application.user.PasswordHasher;
import dev.hexdesk.application.user.UserRepository;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.PasswordRules;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Sets up the default users, each in a transaction of their own, and gives users other passwords.
 *
 * @param random makes up passwords, so it must be one that nobody can foresee
 */
public record SetupService(
    UnitOfWork unitOfWork,
    UserRepository users,
    CredentialRepository credentials,
    PasswordHasher hasher,
    Lockouts lockouts,
    PasswordRules passwordRules,
    RandomGenerator random,
    InstantSource clock)
    implements SetUpDefaultUsers, ResetPassword {
  @Override
  public boolean isFirstTime() {
    return users.isEmpty();
  }

  @Override
  public List<Outcome> setUp(List<DefaultUser> wanted, Missing missing) {
    Missing fate = isFirstTime() ? Missing.MADE : missing;
    return wanted.stream().map(user -> unitOfWork.inTransaction(() -> setUp(user, fate))).toList();
  }

  @Override
  public List<Outcome> setUpIfEmpty(List<DefaultUser> wanted) {
    return isFirstTime() ? setUp(wanted, Missing.MADE) : List.of();
  }

  private Outcome setUp(DefaultUser wanted, Missing missing) {
    Username username = wanted.profile().username();
    Optional<User> present = users.find(username);
    if (present.isPresent()) {
      return update(username, present.get(), wanted.password());
    }
    return switch (missing) {
      case MADE -> create(wanted);
      case LEFT_OUT -> new Outcome.NotMade(username);
    };
  }

  private Outcome create(DefaultUser wanted) {
    Username username = wanted.profile().username();
    Password password = wanted.password().orElseGet(() -> passwordRules.generate(random));
    return switch (users.insert(wanted.profile(), hasher.hash(password), clock.instant())) {
      case UniqueStoring.Stored ignored ->
          new Outcome.Created(
              username, wanted.password().isPresent() ? Optional.empty() : Optional.of(password));
      case UniqueStoring.AlreadyExists(String field) -> new Outcome.AlreadyExists(username, field);
    };
  }

  /** Whoever names a password wants it to work at once, also where it is the present one. */
  private Outcome update(Username username, User user, Optional<Password> wanted) {
    Access access = new Access(user.profile().disabled(), user.profile().loginDenied());
    if (wanted.isEmpty()) {
      return new Outcome.Unchanged(username, access);
    }
    boolean present = hasPassword(user.id(), wanted.get());
    if (!present) {
      credentials.changePassword(user.id(), hasher.hash(wanted.get()));
    }
    lockouts.unlock(user.id(), username);
    return present
        ? new Outcome.Unchanged(username, access)
        : new Outcome.PasswordChanged(username, access);
  }

  private boolean hasPassword(UserId id, Password password) {
    return credentials.find(id).filter(known -> hasher.verify(password, known.hash())).isPresent();
  }

  @Override
  public ResetPassword.Result reset(ResetPassword.Command command) {
    Optional<User> found = users.find(command.username());
    if (found.isEmpty()) {
      return new ResetPassword.Result.Unknown();
    }
    if (command.password().contains(found.get().profile().username().value())) {
      return new ResetPassword.Result.ContainsUsername();
    }
    PasswordHash hash = hasher.hash(command.password());
    return unitOfWork.inTransaction(
        () ->
            users
                .findForUpdate(found.get().id())
                .map(user -> reset(user, hash))
                .orElseGet(ResetPassword.Result.Unknown::new));
  }

  private ResetPassword.Result reset(User user, PasswordHash hash) {
    credentials.changePassword(user.id(), hash);
    lockouts.unlock(user.id(), user.profile().username());
    return new ResetPassword.Result.Changed(
        user.id(),
        user.profile().username(),
        user.profile().disabled(),
        user.profile().loginDenied());
  }
}
