package dev.hexdesk.demo;

import dev.hexdesk.demo.TicketTexts.Topic;
import dev.hexdesk.persistence.support.CopyText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Invents tickets in the order of their creation, with their comments and their history. */
final class Tickets {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final SkewedChoice<String> PRIORITIES =
      SkewedChoice.byWeight(List.of("normal", "low", "high", "urgent"), List.of(60, 20, 15, 5));
  // On average one for every second ticket.
  private static final SkewedChoice<Integer> COMMENTS =
      SkewedChoice.byWeight(List.of(0, 1, 2, 3, 4), List.of(70, 18, 7, 3, 2));
  private static final int INTERNAL_PERCENT = 20;

  private final SeededRandom dice;
  private final TicketTexts stories = new TicketTexts();
  private final DemoPlan plan;
  private final WorkTime time;
  private final Staff staff;
  private final long firstId;
  private final long firstEmployee;
  private final CopyText tickets = new CopyText();
  private final CopyText comments = new CopyText();
  private final CopyText history = new CopyText();
  private final StringBuilder words = new StringBuilder();
  private int made;

  /** Some tickets and what belongs to them, ready to be copied. */
  record Batch(int size, byte[] tickets, byte[] comments, byte[] history) {}

  Tickets(
      SeededRandom dice,
      DemoPlan plan,
      WorkTime time,
      Staff staff,
      long firstId,
      long firstEmployee) {
    this.dice = dice;
    this.plan = plan;
    this.time = time;
    this.staff = staff;
    this.firstId = firstId;
    this.firstEmployee = firstEmployee;
  }

  /** The next ones, at most so many; an empty batch when all are made. */
  Batch next(int atMost) {
    int size = Math.min(atMost, plan.tickets() - made);
    for (int i = 0; i < size; i++) {
      ticket();
    }
    return new Batch(size, tickets.drain(), comments.drain(), history.drain());
  }

  private void ticket() {
    long id = firstId + made;
    TicketTimeline course =
        TicketTimeline.of(time.at((made + dice.share()) / plan.tickets()), time.end(), dice);
    made++;
    Topic topic = stories.topic(dice);
    Staff.Member owner = staff.pick(dice);
    Staff.Member worker = dice.chance(30) ? owner : staff.pick(dice);
    boolean assigned = course.isBegun() || dice.chance(30);
    String priority = PRIORITIES.pick(dice);
    long employee = firstEmployee + (long) (dice.share() * dice.share() * plan.employees());

    tickets.number(id).text(title(topic)).text(description(topic));
    tickets.text(course.status()).text(priority).number(employee).number(owner.id());
    if (assigned) {
      tickets.number(worker.id());
    } else {
      tickets.nothing();
    }
    tickets.text(tags(topic)).moment(dueAt(course, priority)).moment(course.respondedAt());
    tickets.moment(course.resolvedAt()).moment(course.closedAt());
    tickets.number(1L + course.moves().size()).moment(course.createdAt());
    tickets.moment(course.updatedAt()).endRow();

    history(id, course, owner, worker);
    comments(id, course, owner, worker);
  }

  private CharSequence title(Topic topic) {
    words.setLength(0);
    stories.title(words, topic, dice);
    return words;
  }

  private CharSequence description(Topic topic) {
    words.setLength(0);
    stories.description(words, topic, dice);
    return words;
  }

  private String tags(Topic topic) {
    TreeSet<String> tags = new TreeSet<>();
    if (dice.chance(70)) {
      tags.add(topic.tag());
    }
    while (dice.chance(25) && tags.size() < 4) {
      tags.add(stories.tag(dice));
    }
    return "{" + String.join(",", tags) + "}";
  }

  private long dueAt(TicketTimeline course, String priority) {
    if (!dice.chance(35)) {
      return -1;
    }
    return course.createdAt()
        + switch (priority) {
          case "urgent" -> 4 * HOUR;
          case "high" -> DAY;
          case "normal" -> 5 * DAY;
          default -> 14 * DAY;
        };
  }

  private void history(long id, TicketTimeline course, Staff.Member owner, Staff.Member worker) {
    entry(id, course.createdAt(), owner, "created", "[]");
    String from = "new";
    for (TicketTimeline.Move move : course.moves()) {
      String changes =
          "[{\"field\": \"status\", \"from\": \"%s\", \"to\": \"%s\"}]"
              .formatted(from, move.status());
      entry(id, move.at(), worker, "updated", changes);
      from = move.status();
    }
  }

  private void entry(long id, long at, Staff.Member actor, String action, String changes) {
    history.number(id).moment(at).number(actor.id()).text(actor.name()).text(action);
    history.flag(false).text(changes).endRow();
  }

  private void comments(long id, TicketTimeline course, Staff.Member owner, Staff.Member worker) {
    int count = COMMENTS.pick(dice);
    List<Long> moments = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      moments.add(course.moment(dice));
    }
    moments.sort(null);
    for (long moment : moments) {
      Staff.Member author = dice.chance(70) ? worker : owner;
      boolean internal = dice.chance(INTERNAL_PERCENT);
      words.setLength(0);
      stories.comment(words, internal, dice);
      comments.number(id).number(author.id()).text(author.name()).text(words).flag(internal);
      comments.number(1).moment(moment).moment(moment).endRow();
    }
  }
}
