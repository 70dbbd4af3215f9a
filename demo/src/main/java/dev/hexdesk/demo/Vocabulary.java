package dev.hexdesk.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words by their kind, and sentences with slots for them. */
final class Vocabulary {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final List<String> MACHINES = List.of("PC-", "NB-", "SRV-", "PRN-", "SW-");

  private final Map<String, SkewedChoice<String>> words = new HashMap<>();

  /** A sentence whose slots are filled with other words each time. */
  @FunctionalInterface
  interface Phrase {
    void say(StringBuilder text, SeededRandom dice);
  }

  Vocabulary() {
    for (String line : WordList.lines("words.txt")) {
      int colon = line.indexOf(':');
      words.put(
          line.substring(0, colon),
          SkewedChoice.byRank(WordList.split(line.substring(colon + 1), ',')));
    }
  }

  Phrase phrase(String sentence) {
    List<BiConsumer<StringBuilder, SeededRandom>> parts = new ArrayList<>();
    Matcher slot = SLOT.matcher(sentence);
    int end = 0;
    while (slot.find()) {
      String before = sentence.substring(end, slot.start());
      parts.add((text, dice) -> text.append(before));
      parts.add(filling(slot.group(1)));
      end = slot.end();
    }
    String rest = sentence.substring(end);
    return (text, dice) -> {
      int start = text.length();
      parts.forEach(part -> part.accept(text, dice));
      text.append(rest);
      if (text.length() > start) {
        text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
      }
    };
  }

  private BiConsumer<StringBuilder, SeededRandom> filling(String kind) {
    return switch (kind) {
      case "number" -> (text, dice) -> text.append(number(dice));
      case "host" ->
          (text, dice) -> text.append(dice.any(MACHINES)).append(1000 + dice.below(4000));
      case "code" -> Vocabulary::code;
      default -> {
        SkewedChoice<String> choices = words.get(kind);
        if (choices == null) {
          throw new IllegalStateException("there are no words for {" + kind + "}");
        }
        yield (text, dice) -> text.append(choices.pick(dice));
      }
    };
  }

  /** Small ones are the commonest, as everywhere. */
  private static int number(SeededRandom dice) {
    return 2 + dice.below(1 << dice.between(3, 16));
  }

  private static void code(StringBuilder text, SeededRandom dice) {
    switch (dice.below(4)) {
      case 0 -> text.append("0x8007").append(Integer.toHexString(0x1000 + dice.below(0x800)));
      case 1 -> text.append("ERR-").append(100 + dice.below(900));
      case 2 -> text.append("HTTP ").append(dice.chance(50) ? 503 : 400 + dice.below(30));
      default -> text.append('E').append(number(dice));
    }
  }
}
