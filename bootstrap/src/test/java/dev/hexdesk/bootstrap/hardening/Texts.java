package dev.hexdesk.bootstrap.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of the table as bytes: in UTF-8, but for escapes and placeholders.
 *
 * <ul>
 *   <li>{@code \r \n \t \0 \\} and {@code \xff} are single bytes; any other backslash is itself, so
 *       that JSON's own {@code \}{@code u0000} needs none more
 *   <li><code>{repeat 9000 x}</code> is many times the same; <code>{now +31}</code> the seconds
 *       since 1970, and as many more
 *   <li>all else in braces that starts with a small letter is looked up in {@link Values}
 * </ul>
 */
final class Texts {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([rnt0\\\\])|x([0-9a-f]{2}))");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{([a-z][a-z_]*)(?:\\.([a-z_]+)| ([^}]*))?}");

  /** What placeholders stand for. */
  @FunctionalInterface
  interface Values {
    /**
     * @param member what follows a point; "" for nothing
     * @param argument what follows a space; "" for nothing
     */
    String of(String name, String member, String argument);

    /** The same values, and one more. */
    default Values with(String added, String value) {
      return (name, member, argument) ->
          name.equals(added) && member.isEmpty() && argument.isEmpty()
              ? value
              : of(name, member, argument);
    }
  }

  private final Values values;

  Texts(Values values) {
    this.values = values;
  }

  byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    Matcher placeholder = PLACEHOLDER.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == '\\' && escape.region(at, text.length()).lookingAt()) {
        bytes.write(escaped(escape));
        at = escape.end();
      } else if (text.charAt(at) == '{' && placeholder.region(at, text.length()).lookingAt()) {
        bytes.writeBytes(value(placeholder));
        at = placeholder.end();
      } else {
        int next = text.offsetByCodePoints(at, 1);
        bytes.writeBytes(text.substring(at, next).getBytes(UTF_8));
        at = next;
      }
    }
    return bytes.toByteArray();
  }

  String string(String text) {
    return new String(bytes(text), UTF_8);
  }

  private static int escaped(Matcher escape) {
    if (escape.group(2) != null) {
      return HexFormat.fromHexDigits(escape.group(2));
    }
    return switch (escape.group(1).charAt(0)) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case '0' -> 0;
      default -> '\\';
    };
  }

  private byte[] value(Matcher placeholder) {
    String name = placeholder.group(1);
    String argument = orEmpty(placeholder.group(3));
    return switch (name) {
      case "repeat" -> repeated(argument);
      case "now" -> now(argument).getBytes(UTF_8);
      default -> values.of(name, orEmpty(placeholder.group(2)), argument).getBytes(UTF_8);
    };
  }

  private byte[] repeated(String argument) {
    int space = argument.indexOf(' ');
    byte[] once = bytes(argument.substring(space + 1));
    int times = Integer.parseInt(argument.substring(0, space));
    ByteArrayOutputStream all = new ByteArrayOutputStream(times * once.length);
    for (int i = 0; i < times; i++) {
      all.writeBytes(once);
    }
    return all.toByteArray();
  }

  private static String now(String argument) {
    long offset = argument.isEmpty() ? 0 : Long.parseLong(argument);
    return Long.toString(Instant.now().getEpochSecond() + offset);
  }

  private static String orEmpty(String group) {
    return group == null ? "" : group;
  }
}
