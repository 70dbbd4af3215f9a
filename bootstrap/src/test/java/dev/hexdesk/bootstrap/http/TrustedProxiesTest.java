package dev.hexdesk.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final TrustedProxies OURS =
      TrustedProxies.of(List.of("127.0.0.1", "10.1.0.0/20", "2001:db8::/33"));

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "::ffff:127.0.0.1", "10.1.0.0", "10.1.15.255", "2001:db8:7fff::1"})
  void includeTheirAddressesAndNetworks(String address) {
    assertThat(OURS.include(peer(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.2", "10.1.16.0", "10.0.255.255", "2001:db8:8000::1", "::1", "::7f00:1"})
  void includeNobodyElse(String address) {
    assertThat(OURS.include(peer(address))).isFalse();
  }

  @Test
  void includeWhoComesOverASocketIfSaidSo() {
    var local = UnixDomainSocketAddress.of("");

    assertThat(OURS.include(local)).isFalse();
    assertThat(TrustedProxies.of(List.of(TrustedProxies.UNIX)).include(local)).isTrue();
  }

  @Test
  void includeNoNameThatNobodyLookedUp() {
    assertThat(OURS.include(InetSocketAddress.createUnresolved("127.0.0.1", 1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7                           | 192.0.2.7",
        "192.0.2.7, 10.1.2.3                 | 192.0.2.7",
        "6.6.6.6, 192.0.2.7                  | 192.0.2.7",
        "6.6.6.6, 192.0.2.7, 10.1.2.3        | 192.0.2.7",
        "127.0.0.1, 192.0.2.7 ,	10.1.2.3    | 192.0.2.7",
        "2001:db8:ffff::1                    | 2001:db8:ffff:0:0:0:0:1",
        "[2001:db8:ffff::1]                  | 2001:db8:ffff:0:0:0:0:1",
        "10.1.2.3, 10.1.2.4                  | 10.1.2.3",
        "192.0.2.7:51234                     | 192.0.2.7",
        "[2001:db8:ffff::1]:443              | 2001:db8:ffff:0:0:0:0:1",
        "[2001:db8:ffff::1%eth0]:443         | 2001:db8:ffff:0:0:0:0:1",
        "[::ffff:192.0.2.7]:443              | 192.0.2.7",
        "6.6.6.6:1, 192.0.2.7:2, 10.1.2.3:3  | 192.0.2.7",
        "192.0.2.7, [2001:db8::9]:443        | 192.0.2.7",
        "192.0.2.7, [::ffff:10.1.2.3]:80     | 192.0.2.7"
      })
  void theClientIsTheLastOneWhoIsNoProxy(String told, String client) throws Exception {
    assertThat(OURS.clientOf(List.of(told))).contains(InetAddress.getByName(client));
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(OURS.clientOf(List.of("6.6.6.6", "192.0.2.7", "10.1.2.3")))
        .contains(InetAddress.ofLiteral("192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "unknown",
        "_hidden",
        "localhost",
        "192.0.2.7:",
        "192.0.2.7:http",
        "192.0.2.7:123456",
        "[192.0.2.7",
        "[]:80",
        ":80",
        "192.0.2.7, ",
        "192.0.2.7, unknown, 10.1.2.3"
      })
  void nobodyIsToldWhereNoAddressStands(String told) {
    assertThat(OURS.clientOf(List.of(told))).isEmpty();
  }

  @Test
  void aListOfAnyLengthCostsLittle() {
    assertThat(OURS.clientOf(List.of("10.1.2.3,".repeat(900) + "10.1.2.3")))
        .contains(InetAddress.ofLiteral("10.1.2.3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/", "/8"})
  void mustBeAddresses(String proxy) {
    assertThatThrownBy(() -> TrustedProxies.of(List.of(proxy)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static InetSocketAddress peer(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 4711);
  }
}
