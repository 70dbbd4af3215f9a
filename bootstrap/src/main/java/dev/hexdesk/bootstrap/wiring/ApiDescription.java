package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.rest.openapi.ApiDocument;
import dev.hexdesk.rest.openapi.FieldRules;
import io.swagger.v3.oas.models.OpenAPI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The API document of an installation: the resources' own words with the operator's limits and
 * texts.
 */
public final class ApiDescription {
  private ApiDescription() {}

  /** Describes what a server with that configuration serves, without a database. */
  public static OpenAPI of(HexdeskConfiguration configuration) {
    Jdbi none = Jdbi.create(ApiDescription::noConnection);
    return of(configuration, new Wiring(configuration, none).resources());
  }

  private static Connection noConnection() throws SQLException {
    throw new SQLException("The API is described without a database");
  }

  /**
   * @param resources those that are hidden are left out
   */
  static OpenAPI of(HexdeskConfiguration configuration, List<Object> resources) {
    return new ApiDocument(
            resources.stream().map(Object::getClass).collect(Collectors.toSet()),
            new FieldRules(
                configuration.userRules(),
                configuration.employeeRules(),
                configuration.ticketRules(),
                configuration.commentRules(),
                configuration.pageLimits()),
            configuration.apiTexts(),
            ProgramVersion.api())
        .build();
  }
}
