package dev.hexdesk.application.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:db8::1, 2001:db8:0:0:ffff:ffff:ffff:ffff",
    "[2001:db8::1], 2001:db8::2"
  })
  void neighboursAreOne(String one, String other) {
    assertThat(ClientAddress.of(one)).isPresent().isEqualTo(ClientAddress.of(other));
  }

  @Test
  void othersAreNot() {
    assertThat(ClientAddress.of("192.0.2.1")).isNotEqualTo(ClientAddress.of("192.0.2.2"));
    assertThat(ClientAddress.of("2001:db8::1")).isNotEqualTo(ClientAddress.of("2001:db8:0:1::1"));
  }

  @Test
  void aSiteHasManyNetworks() {
    assertThat(ClientAddress.of("2001:db8:1:2::3"))
        .contains(new ClientAddress("2001:db8:1:2:0:0:0:0/64", "2001:db8:1:0:0:0:0:0/48"));
    assertThat(ClientAddress.of("192.0.2.1")).contains(new ClientAddress("192.0.2.1", "192.0.2.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "localhost", "/run/hexdesk.sock", "192.0.2.256", "1.2.3.4:5"})
  void whatIsNoAddressIsNone(String text) {
    assertThat(ClientAddress.of(text)).isEmpty();
  }
}
