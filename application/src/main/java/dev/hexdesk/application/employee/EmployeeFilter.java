package dev.hexdesk.application.employee;

import java.util.Optional;

/**
 * Which employees are wanted; all that is given must hold.
 *
 * @param q words that must all occur somewhere in the names, the nick name, the phone number or the
 *     e-mail address, whatever the letter case; characters mean nothing but themselves
 * @param email exactly this address, whatever the letter case
 * @param country exactly this country
 * @param city exactly this city
 */
public record EmployeeFilter(
    Optional<String> q,
    Optional<String> phone,
    Optional<String> email,
    Optional<String> country,
    Optional<String> city) {

  public static EmployeeFilter all() {
    return new EmployeeFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
