package dev.hexdesk.application.authentication;

import dev.hexdesk.application.authentication.ThrottleKey.LoginsAs;
import dev.hexdesk.application.authentication.ThrottleKey.LoginsAsKnown;
import dev.hexdesk.application.authentication.ThrottleKey.LoginsFrom;
import dev.hexdesk.application.authentication.ThrottleKey.LoginsFromSite;
import dev.hexdesk.application.authentication.ThrottleKey.OwnPassword;
import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.application.user.PasswordHasher;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What takes passwords that somebody may be guessing. */
public record LoginService(
    CredentialRepository credentials,
    PasswordHasher hasher,
    LoginQueue line,
    LoginThrottle throttle,
    AccessTokens tokens,
    RolePolicy policy)
    implements IssueToken, ChangeOwnPassword {
  /** Who is one too many costs neither a hash nor a look into the database. */
  @Override
  public IssueToken.Result issue(IssueToken.Command command) {
    Optional<LoginQueue.Turn> turn = line.await(command.from(), command.username());
    if (turn.isEmpty()) {
      return new IssueToken.Result.TooManyAtOnce();
    }
    try (LoginQueue.Turn ignored = turn.get()) {
      return authenticate(command);
    }
  }

  /**
   * The unknown, the locked and those with a wrong password go the same way, for as long: they find
   * a row or none, have a password hashed, and leave a failure behind.
   */
  private IssueToken.Result authenticate(IssueToken.Command command) {
    Optional<KnownNetworks.Sighting> sighting = sightingOf(command);
    Optional<ThrottleKey> name = nameOf(command, sighting);
    Set<ThrottleKey> subjects = placesOf(command);
    name.ifPresent(subjects::add);
    LoginThrottle.LockoutState before = throttle.stateOf(subjects);
    Optional<Duration> wait =
        placesOf(command).stream().flatMap(place -> before.waitOf(place).stream()).findFirst();
    if (wait.isPresent()) {
      return new IssueToken.Result.TooManyFailures(wait.get());
    }
    Optional<Credentials> known = command.username().flatMap(credentials::find);
    if (!isRight(known, command) || before.refuses()) {
      subjects.forEach(subject -> throttle.failed(subject, before));
      return new IssueToken.Result.WrongCredentials();
    }
    LoginThrottle.LockoutState after = throttle.stateOf(subjects);
    if (after.refuses()) {
      // Guesses that came with this one have used up what was left.
      subjects.forEach(subject -> throttle.failed(subject, before));
      return new IssueToken.Result.WrongCredentials();
    }
    name.ifPresent(subject -> throttle.succeeded(subject, after));
    IssueToken.Result result = issueTokenFor(known.orElseThrow(), command);
    if (result instanceof IssueToken.Result.Issued) {
      command
          .from()
          .ifPresent(from -> throttle.remember(known.orElseThrow().userId(), from, sighting));
    }
    return result;
  }

  private Optional<KnownNetworks.Sighting> sightingOf(IssueToken.Command command) {
    return command
        .username()
        .flatMap(name -> command.from().flatMap(from -> throttle.sightingOf(name, from)));
  }

  /**
   * Who comes from where they have logged in of late is counted apart, so that nobody elsewhere can
   * lock them out.
   */
  private static Optional<ThrottleKey> nameOf(
      IssueToken.Command command, Optional<KnownNetworks.Sighting> sighting) {
    return sighting
        .<ThrottleKey>map(seen -> new LoginsAsKnown(seen.known()))
        .or(() -> command.username().map(LoginsAs::new));
  }

  private static Set<ThrottleKey> placesOf(IssueToken.Command command) {
    Set<ThrottleKey> places = new LinkedHashSet<>();
    command.from().map(LoginsFrom::new).ifPresent(places::add);
    command.from().filter(ClientAddress::hasSite).map(LoginsFromSite::new).ifPresent(places::add);
    return places;
  }

  private boolean isRight(Optional<Credentials> known, IssueToken.Command command) {
    if (known.isEmpty()) {
      hasher.verifyDummy(command.password(), command.username());
      return false;
    }
    return hasher.verify(command.password(), known.get().hash());
  }

  /**
   * Hashing takes its time, and waiting for it more, so the user is looked at once more: what an
   * administrator did meanwhile holds.
   */
  private IssueToken.Result issueTokenFor(Credentials known, IssueToken.Command command) {
    if (known.loginDenied()) {
      return new IssueToken.Result.LoginDenied();
    }
    renewIfOutdated(known, command.password());
    Optional<Credentials> present =
        credentials.find(known.userId()).filter(now -> now.epoch() == known.epoch());
    if (present.isEmpty()) {
      return new IssueToken.Result.WrongCredentials();
    }
    return present.get().loginDenied()
        ? new IssueToken.Result.LoginDenied()
        : issueTo(present.get(), command.scopes());
  }

  private IssueToken.Result issueTo(Credentials known, Optional<Set<Scope>> asked) {
    Optional<CredentialRepository.AuthenticationState> state =
        credentials.authenticationStateOf(known.userId());
    if (state.isEmpty()) {
      return new IssueToken.Result.WrongCredentials();
    }
    Set<Scope> scopes = asked.orElseGet(() -> scopesOf(known, state.get()));
    TokenClaims claims = new TokenClaims(known.userId(), known.epoch(), asked);
    return new IssueToken.Result.Issued(tokens.issue(claims), scopes);
  }

  private Set<Scope> scopesOf(Credentials known, CredentialRepository.AuthenticationState state) {
    return policy.scopesOf(
        new Actor(
            known.userId(),
            state.user().profile().roles(),
            state.user().profile().disabled(),
            Optional.empty()));
  }

  private void renewIfOutdated(Credentials known, Password password) {
    if (hasher.isOutdated(known.hash())) {
      credentials.renewHash(known.userId(), known.hash(), hasher.hash(password));
    }
  }

  @Override
  public ChangeOwnPassword.Result change(ChangeOwnPassword.Command command) {
    Actor actor = command.actor();
    if (actor.disabled()) {
      return new ChangeOwnPassword.Result.Denied(new UserDisabled());
    }
    Optional<Credentials> known = credentials.find(actor.id());
    if (known.isEmpty()) {
      return new ChangeOwnPassword.Result.TokenVoid();
    }
    if (command.replacement().contains(known.get().username().value())) {
      return new ChangeOwnPassword.Result.ContainsUsername();
    }
    OwnPassword own = new OwnPassword(actor.id());
    LoginThrottle.LockoutState before = throttle.stateOf(Set.of(own));
    Optional<Duration> wait = before.waitOf(own);
    if (wait.isPresent()) {
      return new ChangeOwnPassword.Result.TooManyFailures(wait.get());
    }
    if (!hasher.verify(command.current(), known.get().hash())) {
      throttle.failed(own, before);
      return new ChangeOwnPassword.Result.WrongPassword();
    }
    LoginThrottle.LockoutState after = throttle.stateOf(Set.of(own));
    if (after.refuses()) {
      return new ChangeOwnPassword.Result.WrongPassword();
    }
    throttle.succeeded(own, after);
    return replace(known.get(), command.replacement());
  }

  private ChangeOwnPassword.Result replace(Credentials known, Password replacement) {
    return credentials.changePassword(known.userId(), known.epoch(), hasher.hash(replacement))
        ? new ChangeOwnPassword.Result.Changed()
        : new ChangeOwnPassword.Result.TokenVoid();
  }
}
