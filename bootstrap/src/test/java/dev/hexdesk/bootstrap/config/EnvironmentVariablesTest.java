package dev.hexdesk.bootstrap.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.hexdesk.bootstrap.yaml.YamlFault;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariablesTest {
  @Test
  void cutsLineEndsBehindValues() {
    HexdeskConfiguration configuration =
        Configurations.of(
            "", Map.of("HEXDESK_PORT", "9090\r", "HEXDESK_DATA", " /var/lib/hexdesk\r\n"));

    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    assertThat(portOf(server.getApplicationConnectors().getFirst())).isEqualTo(9090);
    assertThat(configuration.dataFolder()).isEqualTo(Path.of("/var/lib/hexdesk"));
  }

  @Test
  void cutsLineEndsBehindSecretsAndNothingElse() {
    EnvironmentVariables variables =
        new EnvironmentVariables(Map.of("HEXDESK_DB_PASSWORD", " pass word \r\n"));

    assertThat(
            variables
                .substituteIn(
                    TextNode.valueOf("${HEXDESK_DB_PASSWORD:-}"), "password", new ArrayList<>())
                .textValue())
        .isEqualTo(" pass word ");
  }

  @Test
  void setsWhatTheTemplateNames() {
    HexdeskConfiguration configuration =
        Configurations.of(
            "",
            Map.of(
                "HEXDESK_PORT", "9090",
                "HEXDESK_ADMIN_PORT", "9091",
                "HEXDESK_ADMIN_HOST", "0.0.0.0",
                "HEXDESK_DATA", "/var/lib/hexdesk",
                "HEXDESK_SETUP", "/etc/hexdesk/setup.yml",
                "HEXDESK_DB_URL", "jdbc:postgresql://127.0.0.1:5432/desk?sslmode=require",
                "HEXDESK_DB_USER", "desk",
                "ACCESS_TOKEN_EXPIRE_MINUTES", "5"));

    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    assertThat(portOf(server.getApplicationConnectors().getFirst())).isEqualTo(9090);
    assertThat(portOf(server.getAdminConnectors().getFirst())).isEqualTo(9091);
    assertThat(((HttpConnectorFactory) server.getAdminConnectors().getFirst()).getBindHost())
        .isEqualTo("0.0.0.0");
    assertThat(configuration.dataFolder()).isEqualTo(Path.of("/var/lib/hexdesk"));
    assertThat(configuration.setupFile()).isEqualTo(Path.of("/etc/hexdesk/setup.yml"));
    assertThat(configuration.database().url())
        .isEqualTo("jdbc:postgresql://127.0.0.1:5432/desk?sslmode=require");
    assertThat(configuration.database().isEmbedded()).isFalse();
    assertThat(configuration.database().user()).isEqualTo("desk");
    assertThat(configuration.tokenSettings().lifetime()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p#ss",
        "p: ss",
        " #start",
        "'single'",
        "\"double\"",
        "it's \"both\"",
        "back\\slash\\n",
        "@at",
        "`tick`",
        "*star",
        "&and",
        "!bang",
        "|pipe",
        ">fold",
        "%percent",
        "- dash",
        "{a: b}",
        "[a, b]",
        "null",
        "~",
        "true",
        "0123",
        "1e3",
        "${HOME}",
        "$${HOME}",
        "${HOME:-x}",
        "}",
        "a}b",
        ":-",
        " blanks around ",
        "line\nbreak",
        "tab\tand\u0001",
        "\u00fcml\u00e4ut",
        "\uD83E\uDD8A",
        "$",
        "\\${x}",
        "---",
        "a\n---\nb: c"
      })
  void takesAValueAsItIs(String password) throws Exception {
    assertThat(substituted("database: {password: '${HEXDESK_DB_PASSWORD}'}", password))
        .isEqualTo(password);
    assertThat(substituted("database: {password: \"${HEXDESK_DB_PASSWORD}\"}", password))
        .isEqualTo(password);
    assertThat(substituted("database:\n  password: ${HEXDESK_DB_PASSWORD:-x} # theirs", password))
        .isEqualTo(password);
  }

  private static String substituted(String yaml, String password) throws YamlFault {
    return new EnvironmentVariables(Map.of("HEXDESK_DB_PASSWORD", password))
        .substituteIn(SettingsTree.parse(yaml.getBytes(UTF_8)), "", new ArrayList<>())
        .path("database")
        .path("password")
        .textValue();
  }

  @Test
  void takesItThroughTheTemplate() {
    String password = "# it's: \"@\\n ${HOME}";

    assertThat(Configurations.of("", Map.of("HEXDESK_DB_PASSWORD", password)).database().password())
        .isEqualTo(password);
  }

  @Test
  void countsNothingAsNotSet() {
    assertThat(Configurations.of("", Map.of("ACCESS_TOKEN_EXPIRE_MINUTES", "")).tokenSettings())
        .extracting(settings -> settings.lifetime().toMinutes())
        .isEqualTo(60L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://10.43.12.7:80", "udp://10.43.12.7:53", "tcp://[fd00::7]:80"})
  void countsWhatKubernetesTellsOfAServiceAsNotSet(String address) throws Exception {
    Map<String, String> environment =
        Map.of(
            "HEXDESK_PORT", address,
            "HEXDESK_PORT_80_TCP", address,
            "HEXDESK_SERVICE_HOST", "10.43.12.7",
            "HEXDESK_DB_PASSWORD", address);

    HexdeskConfiguration configuration = Configurations.of("", environment);

    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    assertThat(portOf(server.getApplicationConnectors().getFirst())).isEqualTo(8080);
    assertThat(configuration.database().password()).isEqualTo(address);
    assertThat(ConfigurationFile.ignoredServiceVariables(environment))
        .singleElement()
        .asString()
        .startsWith("HEXDESK_PORT is " + address)
        .contains("enableServiceLinks: false");
    assertThat(ConfigurationFile.ignoredServiceVariables(Map.of("HEXDESK_PORT", "8080"))).isEmpty();
  }

  @Test
  void worksInAFileThatLeavesTheSettingOut() {
    Map<String, String> environment = Map.of("HEXDESK_DATA", "/data");

    assertThat(Configurations.of("pages: {standard: 20}", environment).dataFolder())
        .isEqualTo(Path.of("/data"));
    assertThat(Configurations.of("dataFolder: /here", environment).dataFolder())
        .isEqualTo(Path.of("/here"));
  }

  @Test
  void refusesAVariableWithoutValue() {
    assertThatThrownBy(() -> Configurations.of("database: {password: '${NO_SUCH_NAME}'}"))
        .hasMessageContaining("database.password: names an environment variable that is not set");
  }

  @Test
  void leavesEscapedCharactersAlone() {
    assertThat(Configurations.of("api: {description: 'costs $${PRICE} or $5'}").apiTexts())
        .extracting(texts -> texts.description())
        .isEqualTo("costs ${PRICE} or $5");
  }

  @Test
  void tellsWhichSettingAWrongValueCameTo() {
    assertThatThrownBy(() -> Configurations.of("", Map.of("HEXDESK_PORT", "http")))
        .hasMessageContaining("server.applicationConnectors[0].port: must be a whole number");
    assertThatThrownBy(() -> Configurations.of("", Map.of("ACCESS_TOKEN_EXPIRE_MINUTES", "0")))
        .hasMessageContaining("tokens.accessTokenExpireMinutes: ");
  }

  private static int portOf(ConnectorFactory connector) {
    return ((HttpConnectorFactory) connector).getPort();
  }

  /** A slip of the keyboard would leave the setting at its default, and nobody the wiser. */
  @Test
  void tellsOfVariablesThatNothingReads(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yml"), "api: {title: '${HEXDESK_TITLE:-x}'}");
    Map<String, String> environment =
        Map.of(
            "HEXDESK_PROT", "8080",
            "HEXDESK_DB_PASS", "tr0ub4dor",
            "HEXDESK_PORT", "8080",
            "HEXDESK_JAVA_OPTS", "-Xmx1g",
            "HEXDESK_TITLE", "Desk",
            "HEXDESK_DB_SERVICE_HOST", "10.0.0.1",
            "HEXDESK_DB_PORT_5432_TCP_ADDR", "10.0.0.1",
            "HEXDESK_DB_PORT", "tcp://10.0.0.1:5432",
            "OTHER", "x");

    assertThat(ConfigurationFile.unreadVariables(environment, file))
        .containsExactly(
            "HEXDESK_DB_PASS is set, but nothing reads it; hexdesk --help lists what is read",
            "HEXDESK_PROT is set, but nothing reads it; hexdesk --help lists what is read");
  }
}
