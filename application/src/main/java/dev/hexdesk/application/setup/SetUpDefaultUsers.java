package dev.hexdesk.application.setup;

import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that the users whom the operator listed exist and have the passwords that they were
 * given.
 */
public interface SetUpDefaultUsers {
  /**
   * @param password empty to keep the present password, or to have one generated for a user who is
   *     made now
   */
  record DefaultUser(UserProfile profile, Optional<Password> password) {}

  /**
   * What keeps a user out whatever their password is.
   *
   * @param disabled whether the user can log in, and do nothing
   * @param loginDenied whether the user can't log in
   */
  record Access(boolean disabled, boolean loginDenied) {
    public static final Access FREE = new Access(false, false);
  }

  /** What was done for one user. */
  sealed interface Outcome {
    Username username();

    /**
     * @param generated the password made up for the user, to be shown once; empty where the
     *     operator gave one
     */
    record Created(Username username, Optional<Password> generated) implements Outcome {}

    record PasswordChanged(Username username, Access access) implements Outcome {}

    record Unchanged(Username username, Access access) implements Outcome {}

    /**
     * Another user has that {@code phone} or {@code email}, or just got that {@code username} from
     * somebody else who sets up at the same time.
     */
    record AlreadyExists(Username username, String field) implements Outcome {}

    /** The user is not there, and was not made: others are. */
    record NotMade(Username username) implements Outcome {}
  }

  /** What becomes of default users who are not there. */
  enum Missing {
    /** They were deleted or renamed, and stay so. */
    LEFT_OUT,
    MADE
  }

  /** Whether there is no user at all yet. */
  boolean isFirstTime();

  /**
   * Sets up all of them, in the order given. Where there is no user at all yet they are made,
   * whatever shall become of missing ones.
   */
  List<Outcome> setUp(List<DefaultUser> users, Missing missing);

  /**
   * Sets up all of them where there is no user at all yet, else does nothing. Two who find nobody
   * at the same time do no harm: the later one leaves each user of the earlier one as they are.
   */
  List<Outcome> setUpIfEmpty(List<DefaultUser> users);
}
