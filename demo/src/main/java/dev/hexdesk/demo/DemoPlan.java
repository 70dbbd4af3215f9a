package dev.hexdesk.demo;

import java.time.Instant;

/**
 * What is to be invented.
 *
 * @param seed the same one gives the same data, where the other numbers are the same, too
 * @param until no row is newer
 * @param passwordHash of the users' password, which nobody should know
 */
public record DemoPlan(
    int tickets, int employees, int users, long seed, Instant until, String passwordHash) {
  public DemoPlan {
    if (tickets < 0 || employees < 1 || users < 2) {
      throw new IllegalArgumentException("tickets need at least one employee and two users");
    }
  }
}
