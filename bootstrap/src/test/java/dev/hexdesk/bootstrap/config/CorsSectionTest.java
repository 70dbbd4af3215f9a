package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom an operator can allow to use the API from a page. */
class CorsSectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://desk.example.org",
        "http://localhost:5173",
        "https://[2001:db8::1]:8443",
        "https://my_desk.example.org",
        "capacitor://localhost",
        "ionic://localhost",
        "tauri://localhost",
        "app://obsidian.md",
        "capacitor-electron://-",
        "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
        "moz-extension://0b5e8f6e-8ed1-4b5b-9d9e-0a9a4b1c2d3e",
        "safari-web-extension://0B5E8F6E-8ED1-4B5B-9D9E-0A9A4B1C2D3E",
        "file://",
        "null"
      })
  void takesWhateverBrowsersSend(String origin) {
    HexdeskConfiguration configuration =
        Configurations.of("cors: {allowedOrigins: ['%s']}".formatted(origin));

    assertThat(configuration.cors().allowedOrigins()).containsExactly(origin);
  }
}
