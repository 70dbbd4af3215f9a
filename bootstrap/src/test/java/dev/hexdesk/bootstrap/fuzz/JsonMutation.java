package dev.hexdesk.bootstrap.fuzz;

import dev.hexdesk.bootstrap.fuzz.Members.Member;
import dev.hexdesk.bootstrap.fuzz.Mutant.Expected;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Changes a good body in one place, by chance. */
record JsonMutation(RandomChoices chance) {
  /** Any type in the place of any other, and numbers at the edges of types. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "1",
          "-1",
          "1.0",
          "1e2",
          "1E-2",
          "0.1",
          "2147483648",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "18446744073709551616",
          "1e308",
          "\"\"",
          "\"5\"",
          "\"null\"",
          "\" \"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "[\"admin\", \"admin\"]",
          "[\"admin\", 1]",
          "{\"a\": 1}");

  /** What is special about text, escaped or as it is. */
  private static final List<String> PIECES =
      List.of(
          "\\u0000",
          "\\u0001",
          "\\t",
          "\\n",
          "\\r\\n",
          "\\u007f",
          "\\u0085",
          "\\u00a0",
          "\\u00ad",
          "\\u0301",
          "\\u0130",
          "\\u017f",
          "\\u1e9e",
          "\\u200b",
          "\\u200d",
          "\\u202e",
          "\\u2028",
          "\\u2066",
          "\\u3000",
          "\\ufb01",
          "\\ufeff",
          "\\ufffd",
          "\\ufffe",
          "\\uffff",
          "\\ud800",
          "\\udc00",
          "\\udc00\\ud800",
          "\\ud83d\\ude00",
          "\\udbff\\udfff",
          "\\/",
          "\\\\",
          "\\\"",
          "\u0301",
          "\u0130",
          "\u200d",
          "\u202e",
          "\u2028",
          "\ufb01",
          "\ufeff",
          "\ufffe",
          "\uffff",
          "\ud83d\ude00",
          "\ud83d\udc68\u200d\ud83d\udc69",
          "\u1112\u1161",
          "\udb40\udc01",
          "%",
          "_",
          "'",
          "<b>",
          "${jndi:x}",
          " ",
          "  ",
          ".",
          "-",
          "@");

  private static final List<String> NAMES =
      List.of(
          "id",
          "created_at",
          "firstName",
          "FIRST_NAME",
          "__proto__",
          "$ref",
          "",
          " ",
          "\\u0000",
          "\\ud800",
          "\\ud83d\\ude00",
          "a/b~c",
          "\u00e9",
          "class",
          "@type");

  /** No JSON, wherever a value is wanted. */
  private static final List<String> NO_VALUES =
      List.of(
          "NaN",
          "Infinity",
          "-Infinity",
          "+1",
          "01",
          ".5",
          "1.",
          "0x1",
          "'a'",
          "undefined",
          "True",
          "\"\\x\"",
          "\"\\u12\"",
          "\"\t\"",
          "\"a",
          "[1,]",
          "{\"a\":1,}",
          "{a:1}",
          "/* */1",
          "",
          "\"a\" \"b\"",
          "1e",
          "--1",
          "tru");

  private static final List<String> TAILS =
      List.of(
          " {}", ",", "}", "]", "\u0000", " x", " // end", " /* end */", "{}", "null", "\ufeff");

  private static final List<String> NO_UTF8 =
      List.of(
          "\u00ff",
          "\u00c0\u00a2",
          "\u00ed\u00a0\u0080",
          "\u0080",
          "\u00f5\u0080\u0080\u0080",
          "\u00e2\u0082");

  Mutant of(Members good) {
    int at = chance.below(good.list().size());
    Member member = good.list().get(at);
    String field = member.name();
    return switch (chance.below(14)) {
      case 0, 1 -> Mutant.of(replaced(good, at, chance.oneOf(VALUES)), field, Expected.ANY);
      case 2, 3, 4 -> Mutant.of(replaced(good, at, edited(member)), field, Expected.ANY);
      case 5 -> Mutant.of(replaced(good, at, wrapped(member.value())), field, Expected.ANY);
      case 6 -> Mutant.of(replaced(good, at, number()), "", Expected.ANY);
      case 7 -> Mutant.of(good.changed(at, gone -> List.of()).toString(), field, Expected.ANY);
      case 8 -> renamed(good, at);
      case 9 -> Mutant.of(doubled(good, at), "", Expected.MALFORMED);
      case 10 -> Mutant.of(replaced(good, at, chance.oneOf(NO_VALUES)), "", Expected.MALFORMED);
      case 11 -> whole(good.toString());
      case 12 -> noUtf8(good.toString());
      default -> Mutant.of(spaced(good), "", Expected.ACCEPTED);
    };
  }

  private static String replaced(Members good, int at, String value) {
    return good.changed(at, member -> List.of(member.with(value))).toString();
  }

  /** A text with a piece more, or a long one. */
  private String edited(Member member) {
    if (!member.isText()) {
      return chance.oneOf(VALUES);
    }
    String piece = chance.oneOf(PIECES);
    int times = chance.once(6) ? chance.oneOf(List.of(10, 64, 300, 20_000)) : 1;
    return member.inserted(place(member.value()), piece.repeat(times)).value();
  }

  /** Somewhere between the quotation marks, but not in what stands for something else. */
  private int place(String text) {
    int from = Math.max(1, text.indexOf('}') + 1);
    return chance.once(3) ? 1 : from + chance.below(text.length() - from);
  }

  private String wrapped(String value) {
    return switch (chance.below(4)) {
      case 0 -> "[" + value + "]";
      case 1 -> "{\"value\": " + value + "}";
      case 2 -> "[" + value + ", " + value + "]";
      default -> "\"" + value.replace("\"", "") + "\"";
    };
  }

  private String number() {
    return switch (chance.below(5)) {
      case 0 -> "1e400";
      case 1 -> "-1e400";
      case 2 -> "1".repeat(1_001);
      case 3 -> "0." + "1".repeat(2_000);
      default -> "[".repeat(40) + "]".repeat(40);
    };
  }

  private Mutant renamed(Members good, int at) {
    String name = chance.once(3) ? good.list().get(at).name() + "_" : chance.oneOf(NAMES);
    String json = good.changed(at, it -> List.of(new Member(name, it.value()))).toString();
    return Mutant.of(json, "", Expected.ANY);
  }

  /** A name may be written in more than one way. */
  private String doubled(Members good, int at) {
    return good.changed(
            at,
            member -> {
              String escaped =
                  "\\u%04x".formatted((int) member.name().charAt(0)) + member.name().substring(1);
              Member twin =
                  new Member(
                      chance.once(2) ? member.name() : escaped,
                      chance.once(2) ? member.value() : chance.oneOf(VALUES));
              return chance.once(2) ? List.of(member, twin) : List.of(twin, member);
            })
        .toString();
  }

  private Mutant whole(String json) {
    int cut = chance.below(json.length());
    String mutant =
        switch (chance.below(6)) {
          case 0 -> json.substring(0, cut);
          case 1 -> json + chance.oneOf(TAILS);
          case 2 -> "[" + json + "]";
          case 3 -> json.replace('"', '\'');
          case 4 -> chance.oneOf(List.of("", "null", "[]", "1", "\"a\"", "true", " ", "\u0000"));
          default -> "{\"a\":".repeat(33) + json + "}".repeat(33);
        };
    return Mutant.of(mutant, "", Expected.MALFORMED);
  }

  private Mutant noUtf8(String json) {
    Mutant good = Mutant.of(json, "", Expected.MALFORMED);
    int at = chance.below(good.bytes().length() + 1);
    String bytes =
        good.bytes().substring(0, at) + chance.oneOf(NO_UTF8) + good.bytes().substring(at);
    return new Mutant(bytes, "", Expected.MALFORMED);
  }

  /** The same in other words: what the server takes as it takes the good one. */
  private String spaced(Members good) {
    String space = chance.oneOf(List.of(" ", "\n", "\t", "\r\n", " ".repeat(100)));
    List<Member> members = new ArrayList<>(good.list());
    Collections.shuffle(members, chance.random());
    return space
        + new Members(members).toString().replace(", \"", space + "," + space + "\"")
        + space;
  }
}
