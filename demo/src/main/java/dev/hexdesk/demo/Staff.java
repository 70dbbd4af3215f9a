package dev.hexdesk.demo;

import java.util.List;

/** The users who work on tickets, some more than others. */
final class Staff {
  private final SkewedChoice<Member> members;

  /** One of them, by the name that stays in the history. */
  record Member(long id, String name) {}

  Staff(List<Member> members) {
    this.members = SkewedChoice.byRank(members);
  }

  Member pick(SeededRandom dice) {
    return members.pick(dice);
  }
}
