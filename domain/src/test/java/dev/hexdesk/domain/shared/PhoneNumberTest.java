package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhoneNumberTest {
  private static final PhoneNumber PLAIN = new PhoneNumber("+4930123450");
  private static final PhoneNumber EXTENDED = new PhoneNumber("+4930123450;ext=17");

  @Test
  void keepsItsExtensionApart() {
    assertThat(EXTENDED.number()).isEqualTo("+4930123450");
    assertThat(EXTENDED.extension()).contains("17");
    assertThat(PLAIN.number()).isEqualTo("+4930123450");
    assertThat(PLAIN.extension()).isEmpty();
  }

  @Test
  void takesAnotherExtensionOrNone() {
    assertThat(PLAIN.withExtension(Optional.of("17"))).isEqualTo(EXTENDED);
    assertThat(EXTENDED.withExtension(Optional.of("18")).extension()).contains("18");
    assertThat(EXTENDED.withExtension(Optional.empty())).isEqualTo(PLAIN);
  }
}
