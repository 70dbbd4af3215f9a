package dev.hexdesk.domain;

import static dev.hexdesk.domain.TestRules.employeeRules;
import static dev.hexdesk.domain.TestRules.ticketRules;
import static dev.hexdesk.domain.TestRules.userRules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API contract promises of the rules, as long as no operator changes them. */
class DefaultRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"alice", "ґалаґан", "ÉLODIE", "ａｌｉｃｅ", "sixteenlettersss", "鈴木一郎さ"})
  void userNamesAreOfFiveToSixteenLetters(String name) {
    assertThat(userRules().username().faultOf("username", name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"anne", "alice1", "alice ", "al-ice", "seventeenletterss", "alice\n", "ali😀ce"})
  void otherUserNamesAreRefused(String name) {
    assertThat(userRules().username().faultOf("username", name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "ﺃﺣﻤﺪ"
      })
  void namesTakeAnyLetters(String name) {
    assertThat(userRules().firstName().faultOf("first_name", name)).isEmpty();
    assertThat(employeeRules().lastName().faultOf("last_name", name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "R2D2", "<b>", "a@b", "-", "😀", "Zo\0ë"})
  void otherNamesAreRefused(String name) {
    assertThat(userRules().lastName().faultOf("last_name", name)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1234567", "+380504430000", "+123456789012345"})
  void phoneNumbersAreInternational(String phone) {
    assertThat(userRules().phone().faultOf("phone", phone)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+123456",
        "+1234567890123456",
        "+0123456789",
        "380504430000",
        "+38 050 443",
        "+٣٨٠٥٠٤٤٣٠"
      })
  void otherPhoneNumbersAreRefused(String phone) {
    assertThat(userRules().phone().faultOf("phone", phone)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.c", "first.last+tag@sub.example.org", "ґ@пошта.укр"})
  void addressesHaveADomain(String email) {
    assertThat(userRules().email().faultOf("email", email)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "@b.c", "a@", "a@.c", "a@b.", "a@b..c", "a b@c.d", "a@b@c.d"})
  void otherAddressesAreRefused(String email) {
    assertThat(userRules().email().faultOf("email", email)).isPresent();
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
