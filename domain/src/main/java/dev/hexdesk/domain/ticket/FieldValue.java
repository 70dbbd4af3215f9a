package dev.hexdesk.domain.ticket;

import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a field held at some time, in the form in which histories keep it. */
public sealed interface FieldValue {
  DateTimeFormatter MILLISECONDS = new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  record Nothing() implements FieldValue {}

  record Text(String text) implements FieldValue {}

  record Number(long number) implements FieldValue {}

  record Texts(List<String> texts) implements FieldValue {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  static FieldValue of(String text) {
    return new Text(text);
  }

  static FieldValue of(long number) {
    return new Number(number);
  }

  /** A moment in milliseconds, as the API gives it: {@code 2026-11-23T10:15:30.000Z}. */
  static FieldValue ofMoment(Optional<Instant> moment) {
    return moment
        .map(it -> it.truncatedTo(ChronoUnit.MILLIS))
        .<FieldValue>map(it -> new Text(MILLISECONDS.format(it)))
        .orElseGet(Nothing::new);
  }

  static FieldValue ofUser(Optional<UserId> user) {
    return user.<FieldValue>map(id -> new Number(id.value())).orElseGet(Nothing::new);
  }

  /** A set of labels; none of them is nothing. */
  static FieldValue ofTags(Collection<Tag> tags) {
    return tags.isEmpty()
        ? new Nothing()
        : new Texts(tags.stream().sorted().map(Tag::value).toList());
  }
}
