package dev.hexdesk.domain.user;

/**
 * What a user proves themselves with.
 *
 * @param epoch grows with each change of the password; tokens of an earlier epoch are void
 */
public record Credentials(
    UserId userId, Username username, PasswordHash hash, long epoch, boolean loginDenied) {}
