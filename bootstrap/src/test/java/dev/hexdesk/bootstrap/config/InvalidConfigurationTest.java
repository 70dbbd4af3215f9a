package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations that stop the start, and what the operator reads then. */
class InvalidConfigurationTest {
  private static final String SECRET = "tr0ub4dor&3";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dataFolder: ' '                                      | dataFolder: ",
        "setupFile: ''                                        | setupFile: ",
        "database: {poolSize: 0}                              | database.poolSize: ",
        "database: {url: 'jdbc:mysql://x'}                    | database.url: must start with"
            + " jdbc:postgresql: or be empty",
        "database: {url: 'jdbc:postgresql:x', user: ''}       | database.user: must not be blank",
        "database: {connectionTimeout: 1ms}                   | database.connectionTimeout: ",
        "database: {connectionTimeout: soon}                  | database.connectionTimeout: must be"
            + " a time such as 500ms, 30s or 5m",
        "database: {socketTimeout: 2500ms}                    | database.socketTimeout: must be"
            + " whole seconds",
        "database: {loginTimeout: 2500ms}                     | database.loginTimeout: must be"
            + " whole seconds",
        "database: {statementTimeout: 2s}                     | database.statementTimeout: must be"
            + " less than socketTimeout",
        "database: {lockTimeout: 1500ms}                      | database.lockTimeout: must be less"
            + " than statementTimeout",
        "database: {lockTimeout: 0s}                          | database.lockTimeout: ",
        "database: {idleTransactionTimeout: 10ms}             | database.idleTransactionTimeout: ",
        "transfers: {stallTimeout: 500ms}                     | transfers.stallTimeout: ",
        "transfers: {stallTimeout: 2h}                        | transfers.stallTimeout: ",
        "requests: {connectionsPerAddress: 0}                 | requests.connectionsPerAddress: ",
        "limits: {caller: {atOnce: 10}}                       | limits.caller.atOnce: must be less"
            + " than database.poolSize",
        "limits: {all: {atOnce: 0}}                           | limits.all.atOnce: ",
        "limits: {sameKind: {atOnce: 0}}                      | limits.sameKind.atOnce: ",
        "limits: {costlyReads: {longestWait: 2m}}             | limits.costlyReads.longestWait: ",
        "limits: {budget: {unitsPerMinute: 0}}                | limits.budget.unitsPerMinute: ",
        "tokens: {issuer: ''}                                 | tokens.issuer: ",
        "tokens: {audience: ''}                               | tokens.audience: ",
        "tokens: {accessTokenExpireMinutes: 0}                | tokens.accessTokenExpireMinutes: ",
        "tokens: {accessTokenExpireMinutes: 1.5}              | tokens.accessTokenExpireMinutes:"
            + " must be a whole number",
        "passwords: {minLength: 65}                           | passwords.maxLength: must be at"
            + " least minLength, which is 65",
        "passwords: {minLength: 0}                            | passwords.minLength: ",
        "passwords: {maxLength: 100000}                       | passwords.maxLength: ",
        "passwords: {minLength: 1, maxLength: 3}              | passwords.maxLength: must be at"
            + " least 4 to have room",
        "passwords: {specials: '#a'}                          | passwords.specials: must be"
            + " punctuation",
        "passwords: {specials: '€'}                           | passwords.specials: must be"
            + " punctuation",
        "passwords: {digit: perhaps}                          | passwords.digit: must be true or"
            + " false",
        "passwords: {argon2: {memoryKibibytes: 15, lanes: 2}} | passwords.argon2.memoryKibibytes:"
            + " must be at least 16",
        "passwords: {argon2: {memoryKibibytes: 19922944}}     | passwords.argon2.memoryKibibytes: ",
        "logins: {user: {failures: 0}}                        | logins.user.failures: ",
        "logins: {user: {firstWait: 2h}}                      | logins.user.longestWait: must be at"
            + " least firstWait",
        "logins: {user: {memory: 0s}}                         | logins.user.memory: ",
        "logins: {address: {failures: many}}                  | logins.address.failures: must be a"
            + " whole number",
        "logins: {address: {within: 1ms}}                     | logins.address.within: ",
        "proxies: {trusted: [localhost]}                      | proxies.trusted: 'localhost' is no"
            + " address, no network",
        "proxies: {trusted: [10.0.0.0/33]}                    | proxies.trusted: '10.0.0.0/33'",
        "proxies: {trusted: [10.0.0.0/x]}                     | proxies.trusted: '10.0.0.0/x'",
        "server: {applicationConnectors: [{type: http, useForwardedHeaders: true}]} |"
            + " server.useForwardedHeaders: would believe everybody",
        "server: {applicationConnectors: [{type: unix-socket, path: /tmp/x.sock}]} |"
            + " proxies.trusted: must name unix where a connector is a unix-socket",
        "server: {applicationConnectors: [{type: http, port: 8081}]} | server.adminConnectors: must"
            + " have another port than server.applicationConnectors",
        "server: {applicationConnectors: [{type: http, bindHost: '::1', port: 9000}],"
            + " adminConnectors: [{type: http, port: 9000}]} | server.adminConnectors: must have",
        "server: {applicationConnectors: [{type: http, bindHost: '*'}]} |"
            + " server.applicationConnectors: '*' is no address to listen on",
        "server: {applicationConnectors: [{type: http, bindHost: 'localhost:8080'}]} |"
            + " server.applicationConnectors: 'localhost:8080' is no address to listen on",
        "server: {adminConnectors: [{type: http, bindHost: 'http://localhost'}]} |"
            + " server.adminConnectors: 'http://localhost' is no address to listen on",
        "passwords: {argon2: {passes: 0}}                     | passwords.argon2.passes: ",
        "fields: {user: {username: {minLength: 20}}}          | fields.user.username.maxLength:"
            + " must be at least minLength, which is 20",
        "fields: {user: {username: {maxLength: 101}}}         | fields.user.username.maxLength:"
            + " must be at most 100, the longest that can be stored",
        "fields: {user: {email: {maxLength: 255}}}            | fields.user.email.maxLength: must"
            + " be at most 254",
        "fields: {employee: {address: {maxLength: 501}}}      | fields.employee.address.maxLength:"
            + " must be at most 500",
        "fields: {ticket: {description: {maxLength: 100001}}} |"
            + " fields.ticket.description.maxLength: must be at most 100000",
        "fields: {ticket: {title: {minLength: 0}}}            | fields.ticket.title.minLength: ",
        "fields: {ticket: {title: {pattern: '[a-'}}}          | fields.ticket.title.pattern: is no"
            + " regular expression",
        "fields: {ticket: {title: {meaning: ''}}}             | fields.ticket.title.meaning: ",
        "fields: {ticket: long}                               | fields.ticket: must be a group of"
            + " settings",
        "phones: {region: UK}                                 | phones.region: must be the code of"
            + " a country, such as GB, or empty; not 'UK'",
        "roles: {manager: ['tickets:reed']}                   | roles.manager: 'tickets:reed' is no"
            + " permission; these are: user:read,",
        "roles: {manager: ['{x} ${y'] }                       | roles.manager: '{x} ${y' is no"
            + " permission",
        "roles: {manager: 'user:read'}                        | roles.manager: must be a list",
        "roles: {manager: [~]}                                | roles.manager[0]: must not be"
            + " empty",
        "roles: {boss: ['user:read']}                         | roles.boss: there is no such"
            + " setting; here are: admin, manager, support",
        "pages: {standard: 101}                               | pages.largest: must be at least"
            + " standard, which is 101",
        "pages: {standard: many}                              | pages.standard: must be a whole"
            + " number",
        "pages: {largest: 1001}                               | pages.largest: ",
        "statistics: {timeZone: Mars/Olympus}                 | statistics.timeZone: 'Mars/Olympus'"
            + " is no time zone",
        "statistics: {timeZone: '+02:00'}                     | statistics.timeZone: '+02:00' is"
            + " no",
        "cors: {allowedOrigins: ['*']}                        | cors.allowedOrigins: '*' is no"
            + " origin such as",
        "cors: {allowedOrigins: ['https://a.example/']}       | cors.allowedOrigins:"
            + " 'https://a.example/' is no origin",
        "cors: {allowedOrigins: [null]}                       | cors.allowedOrigins[0]: must"
            + " not be empty",
        "cors: {allowedOrigins: ['capacitor://localhost/']}   | cors.allowedOrigins:"
            + " 'capacitor://localhost/' is no origin",
        "cors: {allowedHeaders: ['X Trace']}                  | cors.allowedHeaders: 'X Trace' is"
            + " no name of a header",
        "cors: {allowedOrigins: ['https://A.example']}        | cors.allowedOrigins:"
            + " 'https://A.example' is no origin",
        "api: {title: ''}                                     | api.title: ",
        "api: {contact: {url: 'ftp://x'}}                     | api.contact.url: must start with"
            + " http:// or https://",
        "server: {applicationConnectors: [{type: http, port: 70000}]} |"
            + " server.applicationConnectors[0].port: ",
        "server: {applicationConnectors: [{type: htpt}]}      | server.applicationConnectors[0]:"
            + " there is no such type",
        "server: {gzip: {minimumEntitySize: big}}             | server.gzip.minimumEntitySize: must"
            + " be a size such as 512B",
        "logging: {level: LOUD}                               | logging.level: must be OFF, ERROR,"
            + " WARN",
        "logging: {loggers: {a.b: LOUD}}                      | logging.loggers.a.b: must be OFF",
        "logging: {loggers: {a.b: {level: LOUD}}}             | logging.loggers.a.b: must be OFF",
        "surprise: 1                                          | surprise: there is no such setting;"
            + " here are: ",
        "tokens: {secrt: x}                                   | tokens.secrt: there is no such"
            + " setting; here are: accessToken",
        "[1, 2]                                               | the whole file: must be a group of"
            + " settings",
        "'pages: {standard: 1'                                | line 1: ",
        "a: b: c                                              | line 1: this is no YAML",
        "'{a: 1, a: 2}'                                       | line 1: this is given twice",
        "'a: &x [*x]'                                         | line 1: this is nested too deeply",
      })
  void namesTheSettingAndSaysWhatIsWrong(String yaml, String fault) {
    assertThatThrownBy(() -> Configurations.of(yaml))
        .hasMessageStartingWith("config.yml has ")
        .hasMessageContaining("  * " + fault);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThatThrownBy(
            () -> Configurations.of("pages: {standard: 0}\nroles: {support: [fly, swim]}"))
        .hasMessageStartingWith("config.yml has the following errors:")
        .hasMessageContaining("  * pages.standard: ")
        .hasMessageContaining("  * roles.support: 'fly' is no permission")
        .hasMessageContaining("  * roles.support: 'swim' is no permission");
  }

  @Test
  void refusesThePlaceholderForASecret() {
    assertThatThrownBy(() -> Configurations.read("", Map.of()))
        .hasMessageContaining("tokens.secret: still is the template's placeholder")
        .hasMessageContaining("openssl rand -base64 48");
    assertThatThrownBy(() -> Configurations.of("tokens: {secret: CHANGE-ME-please-now-or-later}"))
        .hasMessageContaining("tokens.secret: still is the template's placeholder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"''", "short", "thirty-one bytes do not suffice", "base64:c2hvcnQ", "'base64:?'"})
  void refusesAWeakSecret(String secret) {
    assertThatThrownBy(() -> Configurations.of("tokens: {secret: " + secret + "}"))
        .hasMessageContaining("tokens.secret: is no good: ")
        .hasMessageContaining("openssl rand -base64 48")
        .hasMessageNotContaining("suffice")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tokens: {secret: tr0ub4dor&3}",
        "tokens: {secret: [tr0ub4dor&3]}",
        "tokens: {secret: {tr0ub4dor&3: x}}",
        "tokens: {secret: tr0ub4dor&3: x}",
        "tokens: {secret: *tr0ub4dor&3}",
        "tokens: {secret: !tr0ub4dor&3 }",
        "tokens: {secret: '${tr0ub4dor&3}'}",
        "tokens:\n  secret: \"tr0ub4dor&3",
        "tokens:\n  secret: @tr0ub4dor&3\n",
        "database: {url: 'x:tr0ub4dor&3'}",
        "database: {url: 'jdbc:postgresql:x?password=tr0ub4dor&3', user: ''}",
        "pages: {standard: tr0ub4dor&3}",
        "database: {password: tr0ub4dor&3, poolSize: 0}",
      })
  void quotesNoSecretInItsMessageOrItsCauses(String yaml) {
    for (Throwable e = catchThrowable(() -> Configurations.of(yaml)); e != null; e = e.getCause()) {
      assertThat(e.toString()).doesNotContain(SECRET).doesNotContain("tr0ub");
    }
    assertThat(catchThrowable(() -> Configurations.of(yaml))).isNotNull();
  }

  @Test
  void showsNoSecretAsText() {
    HexdeskConfiguration configuration =
        Configurations.of("database: {password: tr0ub4dor&3, url: 'jdbc:postgresql:x'}");

    assertThat(configuration.database().toString()).doesNotContain(SECRET);
    assertThat(configuration.toString())
        .doesNotContain(SECRET)
        .doesNotContain(Configurations.SECRET);
    assertThat(configuration.tokenSettings().toString()).doesNotContain(Configurations.SECRET);
  }

  @Test
  void refusesAFileThatIsNotInUtf8() {
    assertThatThrownBy(
            () ->
                Configurations.factory(Map.of())
                    .build(
                        path -> new ByteArrayInputStream(new byte[] {'a', (byte) 0xfc}),
                        "config.yml"))
        .hasMessageContaining("line 1: this file is not in UTF-8");
  }
}
