package dev.hexdesk.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      textBlock =
          """
          (?=.{1,64}@)[a-z]+@[a-z]+ [a-z]+@[a-z]+
          a(?!b)c ac
          (?<=a)b(?<!c) b
          (?=(a|[)])\\))b b
          (?>a|b)c (?:a|b)c
          a*+b++c?+d{2}+ a*b+c?d{2}
          [\\p{L}'’-]{1,100} [\\p{L}'’-]{1,100}
          \\(?+x \\(?x
          \\p{L}+\\p{L}++\\x{41}+ \\p{L}+\\p{L}+\\x{41}+
          a\\++ a\\++
          [(?=a)]+ [(?=a)]+
          """)
  void looksAtNothingTwice(String pattern, String portable) {
    assertThat(PortablePattern.of(pattern)).contains(portable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)\\1", "(?<x>a)\\k<x>", "[a-z&&[^x]]", "[a[b]]", "\\Qa\\E", "\\R"})
  void isNotToBeHadOfWhatJavaAloneKnows(String pattern) {
    assertThat(PortablePattern.of(pattern)).isEmpty();
  }

  @Test
  void keepsAPatternThatIsPortable() {
    assertThat(PortablePattern.of("^\\+[1-9][0-9]{5,14}$")).contains("^\\+[1-9][0-9]{5,14}$");
  }
}
