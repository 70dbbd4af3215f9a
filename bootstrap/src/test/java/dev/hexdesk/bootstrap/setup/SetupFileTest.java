package dev.hexdesk.bootstrap.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.setup.SetUpDefaultUsers.DefaultUser;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.setup.SetupFile.Fault;
import dev.hexdesk.bootstrap.setup.SetupFile.Reading;
import dev.hexdesk.domain.user.LastAdministratorRule;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetupFileTest {
  private static final UserRules RULES = Configurations.defaults().userRules();
  private static final String GOOD =
      """
      default_users:
        - username: admin
          password: Fl0wers?!
          first_name: Alex
          last_name: O’Neil
          phone: +380440000001
          email: admin@example.org
          roles: [admin, support]
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("setup.yml");
  }

  @Test
  void readsUsers() throws IOException {
    DefaultUser user = users(GOOD).getFirst();

    assertThat(user.profile().username()).hasToString("admin");
    assertThat(user.profile().lastName()).hasToString("Optional[O’Neil]");
    assertThat(user.profile().phone()).hasToString("+380440000001");
    assertThat(user.profile().email()).hasToString("admin@example.org");
    assertThat(user.profile().roles()).isEqualTo(Set.of(Role.ADMIN, Role.SUPPORT));
    assertThat(LastAdministratorRule.isActiveAdministrator(user.profile())).isTrue();
    assertThat(user.password()).contains(new Password("Fl0wers?!"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "password:", "password: ~"})
  void leavesAPasswordOpen(String line) throws IOException {
    assertThat(users(GOOD.replace("password: Fl0wers?!", line)).getFirst().password()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'it''s A 1st #: \"one\"!'|it's A 1st #: \"one\"!",
        "\"Tab A1! \\\\ \\\" end\"|Tab A1! \\ \" end",
        "00Aa!00000|00Aa!00000",
      })
  void takesAPasswordAsItIsWritten(String written, String meant) throws IOException {
    assertThat(users(GOOD.replace("Fl0wers?!", written)).getFirst().password())
        .contains(new Password(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"default_users: []", "default_users:", "default_users: # none yet"})
  void acceptsAnEmptyList(String yaml) throws IOException {
    assertThat(users(yaml)).isEmpty();
  }

  @Test
  void wantsNoPasswordThatIsGuessedFirst() throws IOException {
    assertThat(faults(GOOD.replace("Fl0wers?!", "Passw0rd!")))
        .containsExactly(
            "setup.yml:3: default_users[0].password: must not be one that is among the first to be"
                + " guessed");
  }

  @Test
  void tellsEveryFaultWithItsLineAndField() throws IOException {
    String yaml =
        """
        default_users:
          - username: adm
            password: secret
            phone: 12345
            email: nowhere
            roles: [boss]
            nick_name: Al

          - just a name
        extra: 1
        """;

    assertThat(faults(yaml))
        .containsExactly(
            "setup.yml:2: default_users[0].first_name: is required where there is no last_name",
            "setup.yml:2: default_users[0].last_name: is required where there is no first_name",
            "setup.yml:2: default_users[0].username: must be at least 5 characters long",
            "setup.yml:3: default_users[0].password: must be at least 8 characters long",
            "setup.yml:3: default_users[0].password: must contain a digit",
            "setup.yml:3: default_users[0].password: must contain an upper-case letter",
            "setup.yml:3: default_users[0].password: must contain one of !@#$%^&*",
            "setup.yml:3: default_users[0].password: must not be one that is among the first to be"
                + " guessed",
            "setup.yml:4: default_users[0].phone: must be an E.164 number such as +380504430000",
            "setup.yml:5: default_users[0].email: must be an e-mail address such as"
                + " ann@example.org",
            "setup.yml:6: default_users[0].roles: must be some of these: admin, manager, support",
            "setup.yml:7: default_users[0].nick_name: is unknown here; a user has username,"
                + " password, first_name, last_name, phone, email, roles",
            "setup.yml:9: default_users[1]: must be a user with username, password, first_name,"
                + " last_name, phone, email, roles",
            "setup.yml:10: extra: is unknown here; there is only default_users");
  }

  @Test
  void findsWhatTwoUsersShare() throws IOException {
    String second =
        GOOD.replace("default_users:\n", "")
            .replace("username: admin", "username: ＡＤＭＩＮ")
            .replace("email: admin@", "email: ADMIN@");

    assertThat(faults(GOOD + second))
        .containsExactly(
            "setup.yml:9: default_users[1].username: is that of default_users[0] already",
            "setup.yml:13: default_users[1].phone: is that of default_users[0] already",
            "setup.yml:14: default_users[1].email: is that of default_users[0] already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                   | setup.yml:1: default_users: is required",
        "# nothing                            | setup.yml:1: default_users: is required",
        "other: []                            | setup.yml:1: default_users: is required",
        "[]                                   | setup.yml:1: default_users: must be the name of the"
            + " list",
        "default_users: admin                 | setup.yml:1: default_users: must be a list of"
            + " users",
        "default_users: {}                    | setup.yml:1: default_users: must be a list of"
            + " users",
        "default_users: [~]                   | setup.yml:1: default_users[0]: must be a user with",
        "'default_users: [{username: [a]}]'   | setup.yml:1: default_users[0].username: must be"
            + " text",
        "'default_users: [{password: {a: b}}]'| setup.yml:1: default_users[0].password: must be"
            + " text",
        "'default_users: [{roles: admin}]'    | setup.yml:1: default_users[0].roles: must be a list"
            + " such as [support]",
        "'default_users: [{roles: [[admin]]}]'| setup.yml:1: default_users[0].roles: must be some"
            + " of these",
        "'default_users: []\ndefault_users: []' | setup.yml:2: this is given twice",
        "'default_users: [{roles: [], roles: []}]' | setup.yml:1: this is given twice",
        "'default_users: ['                   | setup.yml:1: this is no YAML",
        "'a: b: c'                            | setup.yml:1: this is no YAML",
        "'a:\n\tb: c'                          | setup.yml:2: this is indented by a tab",
        "'? [a]\n: b'                         | setup.yml:1: a name must stand before the colon",
        "'--- 1\n--- 2'                       | setup.yml:2: this is no YAML",
      })
  void refusesWhatIsNoListOfUsers(String yaml, String fault) throws IOException {
    assertThat(faults(yaml)).anyMatch(found -> found.startsWith(fault));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "[hunter2]",
        "{hunter2: x}",
        "*hunter2",
        "@hunter2",
        "!hunter2 x",
        "'hunter2",
        "hunter2: x",
        "\"hunter2\\q\"",
        "%hunter2",
        "hunter2\u0007"
      })
  void neverQuotesAPassword(String password) throws IOException {
    assertThat(faults(GOOD.replace("Fl0wers?!", password)))
        .isNotEmpty()
        .noneMatch(fault -> fault.contains("hunter"));
  }

  @Test
  void saysWhenThereIsNoFileOrNoText() throws IOException {
    assertThat(SetupFile.read(file, RULES))
        .isEqualTo(new Reading.Faulty(List.of(new Fault(file, 0, "", "there is no such file"))));
    Files.write(file, "default_users: [] # caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(SetupFile.read(file, RULES))
        .asString()
        .contains("setup.yml:1: this file is not in UTF-8");
  }

  @Test
  void isMadeFromATemplateThatIsGood() throws IOException {
    assertThat(SetupFile.ensure(file)).isTrue();
    assertThat(SetupFile.ensure(file)).isFalse();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).hasSameTextualContentAs(Path.of("../setup/setup.yml.template"));
    assertThat(((Reading.Users) SetupFile.read(file, RULES)).users())
        .allMatch(user -> user.password().isEmpty())
        .extracting(user -> user.profile().username().value() + user.profile().roles())
        .containsExactly("admin[ADMIN]", "manager[MANAGER]", "support[SUPPORT]");
  }

  @Test
  void keepsItsTemplateGoodOncePasswordsAreFilledIn() throws IOException {
    String template = Files.readString(Path.of("../setup/setup.yml.template"));

    assertThat(users(template.replace("# password: ''", "password: 'Fl0wers?!'")))
        .extracting(DefaultUser::password)
        .containsOnly(Optional.of(new Password("Fl0wers?!")));
  }

  private List<DefaultUser> users(String yaml) throws IOException {
    Files.writeString(file, yaml);
    return switch (SetupFile.read(file, RULES)) {
      case Reading.Users(List<DefaultUser> users) -> users;
      case Reading.Faulty(List<Fault> faults) -> throw new AssertionError(faults.toString());
    };
  }

  private List<String> faults(String yaml) throws IOException {
    Files.writeString(file, yaml);
    return switch (SetupFile.read(file, RULES)) {
      case Reading.Users users -> throw new AssertionError(users + " were accepted");
      case Reading.Faulty(List<Fault> faults) ->
          faults.stream().map(fault -> fault.toString().replace(folder + "/", "")).toList();
    };
  }
}
