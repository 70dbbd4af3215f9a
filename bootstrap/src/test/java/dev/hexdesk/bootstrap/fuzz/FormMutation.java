package dev.hexdesk.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;

/** Changes a login by chance: now its fields, now its bytes. */
record FormMutation(RandomChoices chance) {
  private static final List<String> FIELDS =
      List.of(
          "grant_type=password",
          "grant_type=refresh_token",
          "grant_type=",
          "grant_type=%70assword",
          "scope=",
          "scope=tickets:read",
          "scope=tickets%3Aread+users:read",
          "scope=root",
          "scope=%20",
          "client_id=x",
          "client_id=%ff",
          "client_secret=",
          "username=admin",
          "username=",
          "password=",
          "password",
          "username",
          "=",
          "=x",
          "&",
          "",
          ";password=x",
          "Username=admin",
          "username%00=admin",
          "%75sername=admin",
          "username[]=admin",
          "x=" + "y".repeat(20_000));

  private static final List<String> PIECES =
      List.of(
          "+",
          "%20",
          "%00",
          "\0",
          "%0d%0a",
          "\r\n",
          "%ff",
          "\u00ff",
          "%c0%a2",
          "%ed%a0%80",
          "%",
          "%z",
          "%zz",
          "%u0041",
          "%2",
          "%25",
          "%26",
          "=",
          "&",
          ";",
          "%e2%80%8b",
          "%ef%bb%bf",
          "%cc%81",
          "%f0%9f%98%80",
          "x".repeat(17_000),
          "%41".repeat(400));

  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded; charset=utf-8",
          "application/x-www-form-urlencoded; charset=UTF-16",
          "application/x-www-form-urlencoded; charset=iso-8859-1",
          "application/x-www-form-urlencoded; charset=utf-7",
          "application/x-www-form-urlencoded; boundary=x",
          "APPLICATION/X-WWW-FORM-URLENCODED",
          "multipart/form-data; boundary=x",
          "application/json",
          "text/plain",
          "application/*",
          "nonsense");

  static final String FORM = "application/x-www-form-urlencoded";

  FormFuzzTest.Input input() {
    List<String> fields = new ArrayList<>(List.of("username={username}", "password={password}"));
    for (int times = chance.below(3); times > 0; times--) {
      change(fields);
    }
    String form = String.join("&", fields);
    if (chance.once(6)) {
      form = chance.mutated(form);
    }
    return new FormFuzzTest.Input(chance.once(8) ? chance.oneOf(TYPES) : FORM, form);
  }

  private void change(List<String> fields) {
    int at = chance.below(fields.size());
    String field = fields.get(at);
    switch (chance.below(9)) {
      case 0, 1 -> fields.add(at, chance.oneOf(FIELDS));
      case 2, 3 -> fields.set(at, inserted(field));
      case 4 -> fields.remove(at);
      case 5 -> fields.add(chance.below(fields.size()), field);
      case 6 -> fields.set(at, field.replace("{", "{all of "));
      case 7 -> fields.set(at, field.replace("{", "{other "));
      default -> Collections.shuffle(fields, chance.random());
    }
    if (fields.isEmpty()) {
      fields.add("username={username}");
    }
  }

  /** At the name, before the value or after it. */
  private String inserted(String field) {
    String piece = chance.oneOf(PIECES);
    return switch (chance.below(3)) {
      case 0 -> piece + field;
      case 1 -> field.replaceFirst("=", "=" + Matcher.quoteReplacement(piece));
      default -> field + piece;
    };
  }
}
