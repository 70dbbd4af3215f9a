package dev.hexdesk.rest.openapi;

import java.util.Optional;

/**
 * Makes of a regular expression of Java's one that all readers of the API document compile. Those
 * of Go, Rust and others that promise to end in linear time know no look-around, no back-references
 * and no possessive quantifiers (RE2). What looks around is left out: the expression then takes
 * more than the server does, and the description says the rest.
 */
final class PortablePattern {
  private final String pattern;
  private final StringBuilder portable = new StringBuilder();
  private int at;
  private boolean inClass;
  private int behindQuantifier;

  private PortablePattern(String pattern) {
    this.pattern = pattern;
  }

  /** Empty where there is no such expression. */
  static Optional<String> of(String pattern) {
    return new PortablePattern(pattern).rewritten();
  }

  private Optional<String> rewritten() {
    while (at < pattern.length()) {
      if (isJavasAlone()) {
        return Optional.empty();
      }
      if (!inClass && looksAround()) {
        at = endOfGroup();
      } else if (!inClass && pattern.startsWith("(?>", at)) {
        portable.append("(?:");
        at += 3;
      } else if (!inClass && isPossessive()) {
        at++;
      } else {
        at = copied();
      }
    }
    return Optional.of(portable.toString());
  }

  /**
   * Back-references, quotations and anchors of Java's, and classes within or and-ed with others.
   */
  private boolean isJavasAlone() {
    char next = pattern.charAt(at);
    if (next == '\\') {
      String escaped = pattern.substring(at + 1, Math.min(at + 2, pattern.length()));
      return !inClass && "123456789kGQZRX".contains(escaped) || "hHvVuN".contains(escaped);
    }
    return inClass && (next == '[' || pattern.startsWith("&&", at));
  }

  private boolean looksAround() {
    return pattern.startsWith("(?=", at)
        || pattern.startsWith("(?!", at)
        || pattern.startsWith("(?<=", at)
        || pattern.startsWith("(?<!", at);
  }

  private boolean isPossessive() {
    return pattern.charAt(at) == '+' && at > 0 && at == behindQuantifier;
  }

  /** Copies a character, or an escaped one, and tells where the next one is. */
  private int copied() {
    int end = endOfCharacter(at);
    portable.append(pattern, at, end);
    if (!inClass && "*+?}".indexOf(pattern.charAt(at)) >= 0) {
      behindQuantifier = end;
    }
    inClass = inClassBehind(at, inClass);
    return end;
  }

  /** A class by its name, {@code \\p{L}}, is one character. */
  private int endOfCharacter(int begin) {
    if (pattern.charAt(begin) != '\\') {
      return begin + 1;
    }
    int end = Math.min(pattern.length(), begin + 2);
    boolean named = "pPx".indexOf(pattern.charAt(end - 1)) >= 0 && pattern.startsWith("{", end);
    return named ? pattern.indexOf('}', end) + 1 : end;
  }

  private boolean inClassBehind(int begin, boolean within) {
    return switch (pattern.charAt(begin)) {
      case '[' -> true;
      case ']' -> false;
      default -> within;
    };
  }

  private int endOfGroup() {
    int depth = 0;
    boolean within = false;
    int next = at;
    do {
      char character = pattern.charAt(next);
      if (!within) {
        depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      }
      within = inClassBehind(next, within);
      next = endOfCharacter(next);
    } while (depth > 0 && next < pattern.length());
    return next;
  }
}
