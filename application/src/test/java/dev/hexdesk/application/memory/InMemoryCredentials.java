package dev.hexdesk.application.memory;

import dev.hexdesk.application.memory.InMemoryDepartment.Account;
import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Credentials in memory, beside the users that they belong to. */
public record InMemoryCredentials(InMemoryDepartment department) implements CredentialRepository {
  @Override
  public Optional<Credentials> find(Username username) {
    return department.users().find(username).map(User::id).flatMap(this::find);
  }

  @Override
  public Optional<Credentials> find(UserId id) {
    return accountOf(id)
        .map(
            account ->
                new Credentials(
                    id,
                    account.user().profile().username(),
                    account.hash(),
                    account.epoch(),
                    account.user().profile().loginDenied()));
  }

  @Override
  public Optional<AuthenticationState> authenticationStateOf(UserId id) {
    return accountOf(id).map(account -> new AuthenticationState(account.user(), account.epoch()));
  }

  private Optional<Account> accountOf(UserId id) {
    return department.unitOfWork.statement(() -> Optional.ofNullable(department.accounts.get(id)));
  }

  @Override
  public Map<String, Long> countHashesByParameters() {
    return department.unitOfWork.statement(
        () ->
            department.accounts.values().stream()
                .map(account -> account.hash().encoded().replaceFirst("\\$[^$]*\\$[^$]*$", ""))
                .collect(Collectors.groupingBy(make -> make, Collectors.counting())));
  }

  @Override
  public boolean changePassword(UserId id, PasswordHash hash) {
    return changePassword(id, account -> true, hash);
  }

  @Override
  public boolean changePassword(UserId id, long epoch, PasswordHash hash) {
    return changePassword(id, account -> account.epoch() == epoch, hash);
  }

  private boolean changePassword(UserId id, Predicate<Account> which, PasswordHash hash) {
    return department.unitOfWork.statement(
        () -> {
          Optional<Account> changed = accountOf(id).filter(which);
          changed.ifPresent(
              account ->
                  department.accounts.put(
                      id, new Account(account.user(), hash, account.epoch() + 1)));
          return changed.isPresent();
        });
  }

  @Override
  public void renewHash(UserId id, PasswordHash before, PasswordHash after) {
    department.unitOfWork.statement(
        () ->
            accountOf(id)
                .filter(account -> account.hash().equals(before))
                .map(
                    account ->
                        department.accounts.put(
                            id, new Account(account.user(), after, account.epoch()))));
  }
}
