package dev.hexdesk.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the tokens that Hexdesk issues, and the users whose they are. */
@ApplicationScoped
public class Callers {
  private static final String BEARER = "Bearer ";

  private final DataSource database;
  private final JwtParser tokens;

  Callers(DataSource database, @ConfigProperty(name = "PEER_JWT_SECRET") String secret) {
    this.database = database;
    this.tokens = Jwts.parser().verifyWith(Keys.hmacShaKeyFor(secret.getBytes(UTF_8))).build();
  }

  public record User(long id, String username, List<String> roles, boolean disabled) {}

  User caller(String authorization) throws SQLException {
    User caller = read(idIn(authorization));
    if (caller.disabled() || caller.roles().isEmpty()) {
      throw new WebApplicationException(403);
    }
    return caller;
  }

  private long idIn(String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      throw new WebApplicationException(401);
    }
    try {
      String token = authorization.substring(BEARER.length());
      return Long.parseLong(tokens.parseSignedClaims(token).getPayload().getSubject());
    } catch (JwtException invalid) {
      throw new WebApplicationException(401);
    }
  }

  private User read(long id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "SELECT id, username, roles, disabled FROM users WHERE id = ?")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new WebApplicationException(401);
        }
        return new User(
            row.getLong("id"),
            row.getString("username"),
            List.of((String[]) row.getArray("roles").getArray()),
            row.getBoolean("disabled"));
      }
    }
  }
}
