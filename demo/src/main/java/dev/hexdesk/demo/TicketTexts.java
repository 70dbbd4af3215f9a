package dev.hexdesk.demo;

import dev.hexdesk.demo.Vocabulary.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people write to a help desk, and what it answers. */
final class TicketTexts {
  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<String, List<Phrase>> phrases = new HashMap<>();
  private final SkewedChoice<Topic> topics;
  private final SkewedChoice<String> tags;

  /** Something that goes wrong time and again. */
  record Topic(String tag, List<Phrase> titles, List<Phrase> sentences) {}

  TicketTexts() {
    Map<String, List<String>> lists = new HashMap<>();
    for (String line : WordList.lines("phrases.txt")) {
      int colon = line.indexOf(':');
      lists.put(line.substring(0, colon), WordList.split(line.substring(colon + 1), '|'));
    }
    lists.forEach(
        (kind, sentences) ->
            phrases.put(kind, sentences.stream().map(vocabulary::phrase).toList()));
    tags =
        SkewedChoice.byRank(
            WordList.split(String.join(",", lists.getOrDefault("tags", List.of())), ','));
    topics = topics();
  }

  private SkewedChoice<Topic> topics() {
    List<Topic> all = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    for (String line : WordList.lines("topics.txt")) {
      switch (line.charAt(0)) {
        case '=' -> all.getLast().titles().add(vocabulary.phrase(line.substring(2)));
        case '-' -> all.getLast().sentences().add(vocabulary.phrase(line.substring(2)));
        default -> {
          List<String> head = WordList.split(line, ' ');
          all.add(new Topic(head.getFirst(), new ArrayList<>(), new ArrayList<>()));
          weights.add(Integer.valueOf(head.getLast()));
        }
      }
    }
    return SkewedChoice.byWeight(all, weights);
  }

  Topic topic(SeededRandom dice) {
    return topics.pick(dice);
  }

  /** A tag that has nothing to do with the topic. */
  String tag(SeededRandom dice) {
    return tags.pick(dice);
  }

  void title(StringBuilder text, Topic topic, SeededRandom dice) {
    dice.any(topic.titles()).say(text, dice);
  }

  void description(StringBuilder text, Topic topic, SeededRandom dice) {
    say("hello", text, dice);
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    dice.any(topic.sentences()).say(text, dice);
    for (int more = dice.below(2) + dice.below(3) + dice.below(4); more > 0; more--) {
      text.append(more == 3 ? "\n" : " ");
      if (dice.chance(25)) {
        dice.any(topic.sentences()).say(text, dice);
      } else {
        say("more", text, dice);
      }
    }
    if (dice.chance(60)) {
      text.append("\n\n");
      say("bye", text, dice);
    }
  }

  void comment(StringBuilder text, boolean internal, SeededRandom dice) {
    say(internal ? "internal" : "public", text, dice);
    if (dice.chance(40)) {
      text.append(' ');
      say("more", text, dice);
    }
  }

  private void say(String kind, StringBuilder text, SeededRandom dice) {
    dice.any(phrases.getOrDefault(kind, List.of())).say(text, dice);
  }
}
