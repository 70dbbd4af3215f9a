package dev.hexdesk.domain;

import static dev.hexdesk.domain.TestRules.employeeRules;
import static dev.hexdesk.domain.TestRules.ticketRules;
import static dev.hexdesk.domain.TestRules.userRules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API contract promises of the rules, as long as no operator changes them. */
class DefaultRulesTest {
  /** Fields, what is taken for each, and what is refused. */
  static Stream<Arguments> fields() {
    List<String> names =
        List.of(
            "Zoë",
            "O’Neil",
            "O'Neil",
            "Oʼneil",
            "Ґалаґан",
            "Jean-Luc",
            "de la Cruz",
            "J. R. R.",
            "'t Hooft",
            "e\u0301va",
            "X",
            "ﺃﺣﻤﺪ");
    List<String> otherNames = List.of("", " ", "R2D2", "<b>", "a@b", "-", "😀", "Zo\0ë");
    return Stream.of(
        Arguments.of(
            "username",
            userRules().username(),
            List.of("alice", "ґалаґан", "ÉLODIE", "ａｌｉｃｅ", "sixteenlettersss", "鈴木一郎さ"),
            List.of(
                "anne", "alice1", "alice ", "al-ice", "seventeenletterss", "alice\n", "ali😀ce")),
        Arguments.of("first_name", userRules().firstName(), names, otherNames),
        Arguments.of("last_name", employeeRules().lastName(), names, otherNames),
        Arguments.of(
            "phone",
            userRules().phone(),
            List.of("+1234567", "+380504430000", "+123456789012345"),
            List.of(
                "+123456",
                "+1234567890123456",
                "+0123456789",
                "380504430000",
                "+38 050 443",
                "+٣٨٠٥٠٤٤٣٠")),
        Arguments.of(
            "email",
            userRules().email(),
            List.of("a@b.c", "first.last+tag@sub.example.org", "ґ@пошта.укр"),
            List.of("a@b", "@b.c", "a@", "a@.c", "a@b.", "a@b..c", "a b@c.d", "a@b@c.d")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void eachFieldHasItsForm(
      String field, TextRule<?> rule, List<String> taken, List<String> refused) {
    assertThat(taken).allSatisfy(text -> assertThat(rule.faultOf(field, text)).isEmpty());
    assertThat(refused).allSatisfy(text -> assertThat(rule.faultOf(field, text)).isPresent());
  }

  @Test
  void anAddressHasAtMost254Characters() {
    String domain = "@x.example";
    assertThat(userRules().email().faultOf("email", "a".repeat(244) + domain)).isEmpty();
    assertThat(userRules().email().faultOf("email", "a".repeat(245) + domain)).isPresent();
  }

  @Test
  void lengthsAreThoseOfTheContract() {
    assertLengths(employeeRules().nickName(), 2, 32);
    assertLengths(employeeRules().country(), 2, 64);
    assertLengths(employeeRules().city(), 2, 64);
    assertLengths(employeeRules().address(), 5, 200);
    assertLengths(ticketRules().title(), 3, 200);
    assertLengths(ticketRules().description(), 1, 10_000);
    assertLengths(userRules().lastName(), 1, 64);
  }

  @Test
  void onlyDescriptionsSpanLines() {
    assertThat(ticketRules().description().faultOf("description", "a\nb")).isEmpty();
    assertThat(ticketRules().title().faultOf("title", "one\ntwo")).isPresent();
    assertThat(employeeRules().address().faultOf("address", "one\ntwo")).isPresent();
  }

  private static void assertLengths(TextRule<?> rule, int shortest, int longest) {
    assertThat(rule.faultOf("field", "x".repeat(shortest - 1)))
        .map(Violation::code)
        .contains("too_short");
    assertThat(rule.faultOf("field", "x".repeat(shortest))).isEmpty();
    assertThat(rule.faultOf("field", "x".repeat(longest))).isEmpty();
    assertThat(rule.faultOf("field", "x".repeat(longest + 1)))
        .map(Violation::code)
        .contains("too_long");
  }
}
