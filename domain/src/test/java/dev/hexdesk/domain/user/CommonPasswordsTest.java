package dev.hexdesk.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private static final CommonPasswords SOME =
      new CommonPasswords(List.of("password", "123456", "admin", "Qwerty123", "abc", "letmein"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "123456",
        "qwerty123",
        "Password1",
        "Password1!",
        "Password!",
        "Password!1",
        "P@ssw0rd",
        "P@$$W0RD2026!",
        "Adm1n#1234",
        "Le7me1n!",
        "1etmein@123"
      })
  void containsThemInEveryDress(String password) {
    assertThat(SOME.contain(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "abc!1",
        "Passw0rd!x",
        "Qwerty123!",
        "admin admin",
        "pass1word",
        "!!!"
      })
  void containsNothingElse(String password) {
    assertThat(SOME.contain(password)).isFalse();
  }

  @Test
  void triesOnlyTheCommonestInEveryDress() {
    List<String> ranked = new ArrayList<>();
    for (int n = 0; n < 1_000; n++) {
      ranked.add("word" + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26));
    }
    ranked.add("seldom");
    CommonPasswords common = new CommonPasswords(ranked);

    assertThat(common.contain("seldom")).isTrue();
    assertThat(common.contain("seldom1!")).isFalse();
    assertThat(common.contain("wordab1!")).isTrue();
  }

  @Test
  void mayBeNone() {
    assertThat(CommonPasswords.NONE.contain("password")).isFalse();
  }
}
