package dev.hexdesk.bootstrap.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which schemas of a database names are looked for. */
final class SearchPath {
  private static final Pattern CURRENT_SCHEMA = Pattern.compile("[?&]currentSchema=([^&]+)");
  private static final String PUBLIC = "public";

  private SearchPath() {}

  /**
   * A JDBC URL that names schemas for the tables, with {@code public} behind them: extensions are
   * there as a rule, and {@code pg_trgm} is needed.
   */
  static String withPublic(String url) {
    Matcher schemas = CURRENT_SCHEMA.matcher(url);
    if (!schemas.find() || namesPublic(schemas.group(1))) {
      return url;
    }
    return url.substring(0, schemas.end(1)) + "," + PUBLIC + url.substring(schemas.end(1));
  }

  private static boolean namesPublic(String schemas) {
    return Arrays.stream(URLDecoder.decode(schemas, StandardCharsets.UTF_8).split(","))
        .map(schema -> schema.strip().replace("\"", ""))
        .anyMatch(PUBLIC::equals);
  }
}
