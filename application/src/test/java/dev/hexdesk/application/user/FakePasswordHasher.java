package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hashes at no cost, and remembers what it was asked for. */
public final class FakePasswordHasher implements PasswordHasher {
  private final List<String> asked = new ArrayList<>();
  private String cost = "$cheap$";
  private Runnable meanwhile = () -> {};

  /** The hash that this hasher makes of the password at its present cost. */
  public PasswordHash hashOf(String password) {
    return new PasswordHash(cost + password);
  }

  /** New hashes are made at another cost, and older ones are outdated. */
  public void raiseCost() {
    cost = "$dear$";
  }

  /** Lets something happen while the next password is hashed or verified. */
  public void meanwhile(Runnable event) {
    meanwhile = event;
  }

  /** What was asked for since the start: {@code hash}, {@code verify} or {@code nothing}. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public PasswordHash hash(Password password) {
    take("hash");
    return hashOf(password.value());
  }

  @Override
  public boolean verify(Password password, PasswordHash hash) {
    take("verify");
    return hash.encoded().replaceFirst("^\\$\\w+\\$", "").equals(password.value());
  }

  @Override
  public void verifyDummy(Password password, Optional<Username> name) {
    take("nothing");
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !hash.encoded().startsWith(cost);
  }

  private void take(String what) {
    asked.add(what);
    Runnable event = meanwhile;
    meanwhile = () -> {};
    event.run();
  }
}
