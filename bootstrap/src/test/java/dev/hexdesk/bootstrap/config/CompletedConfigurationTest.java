package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.rest.paging.PageLimits;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.SimpleServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that say little: the template says the rest. */
class CompletedConfigurationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "# nothing\n", "---\n", "~", "pages:", "pages: {}", "pages: ~\nroles:"})
  void takesTheDefaultForWhatIsLeftOut(String yaml) {
    assertThat(Configurations.of(yaml).pageLimits()).isEqualTo(new PageLimits(50, 100));
  }

  @Test
  void changesOneSettingOfASectionAlone() {
    HexdeskConfiguration configuration =
        Configurations.of("fields: {user: {username: {maxLength: 20}}}");

    assertThat(configuration.userRules().username().minLength()).isEqualTo(5);
    assertThat(configuration.userRules().username().maxLength()).isEqualTo(20);
    assertThat(configuration.userRules().username().pattern()).isPresent();
    assertThat(configuration.userRules().firstName().maxLength()).isEqualTo(64);
  }

  @Test
  void takesListsWhole() {
    HexdeskConfiguration configuration = Configurations.of("roles: {manager: ['ticket:read']}");

    assertThat(configuration.rolePolicy().grantedTo(Set.of(Role.MANAGER)))
        .containsExactly(Permission.TICKET_READ);
    assertThat(configuration.rolePolicy().grantedTo(Set.of(Role.ADMIN)))
        .hasSize(Permission.values().length);
  }

  @Test
  void letsARoleGrantNothing() {
    assertThat(
            Configurations.of("roles: {support: []}").rolePolicy().grantedTo(Set.of(Role.SUPPORT)))
        .isEmpty();
  }

  @Test
  void keepsTheRestOfTheServerWhenAConnectorIsChanged() {
    HexdeskConfiguration configuration =
        Configurations.of("server: {applicationConnectors: [{type: http, port: 9000}]}");
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();

    assertThat(((HttpConnectorFactory) server.getApplicationConnectors().getFirst()).getPort())
        .isEqualTo(9000);
    assertThat(((HttpConnectorFactory) server.getAdminConnectors().getFirst()).getBindHost())
        .isEqualTo("127.0.0.1");
    assertThat(server.isEnableVirtualThreads()).isTrue();
  }

  @Test
  void takesNothingOverIntoAServerOfAnotherKind() {
    HexdeskConfiguration configuration =
        Configurations.of("server: {type: simple, connector: {type: http, port: 9000}}");

    assertThat(configuration.getServerFactory())
        .isInstanceOfSatisfying(
            SimpleServerFactory.class,
            server -> assertThat(server.getRegisterDefaultExceptionMappers()).isFalse());
  }

  @Test
  void keepsOurErrorMappersWhateverTheFileSays() {
    assertThat(Configurations.of("server: {registerDefaultExceptionMappers: true}"))
        .extracting(c -> ((DefaultServerFactory) c.getServerFactory()))
        .extracting(server -> server.getRegisterDefaultExceptionMappers())
        .isEqualTo(false);
  }

  @Test
  void followsAnchorsAsYamlMeansThem() {
    assertThat(Configurations.of("pages: {standard: &few 7, largest: *few}").pageLimits())
        .isEqualTo(new PageLimits(7, 7));
  }

  @Test
  void keepsTheZerosOfAPasswordOfDigits() {
    assertThat(Configurations.of("database: {password: 007}").database().password())
        .isEqualTo("007");
    assertThat(Configurations.of("database: {password: yes}").database().password())
        .isEqualTo("yes");
  }

  @Test
  void letsSystemPropertiesHaveTheLastWord() {
    System.setProperty("dw-test.pages.standard", "9");
    try {
      assertThat(Configurations.of("pages: {standard: 8}").pageLimits().standard()).isEqualTo(9);
    } finally {
      System.clearProperty("dw-test.pages.standard");
    }
  }

  @Test
  void canDoWithoutAFile() throws Exception {
    Map<String, String> environment = Map.of("HEXDESK_JWT_SECRET", Configurations.SECRET);

    assertThat(Configurations.factory(environment).build().pageLimits().standard()).isEqualTo(50);
  }
}
