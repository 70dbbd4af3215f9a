package dev.hexdesk.bootstrap.guilty;

import java.io.File;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;

/** Does what no code here may do, so that each build can see SpotBugs and find-sec-bugs find it. */
final class Careless {
  private Careless() {}

  /** SQL_INJECTION_JDBC. */
  static ResultSet find(Connection connection, String name) throws SQLException {
    return connection.createStatement().executeQuery("SELECT id FROM users WHERE name = " + name);
  }

  /** PREDICTABLE_RANDOM. */
  static String secret() {
    return Long.toHexString(new Random().nextLong());
  }

  /** PATH_TRAVERSAL_IN. */
  static File upload(String name) {
    return new File("/var/uploads", name);
  }

  /** WEAK_MESSAGE_DIGEST_MD5. */
  static byte[] hash(byte[] password) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("MD5").digest(password);
  }

  /** NP_ALWAYS_NULL, which is SpotBugs' own. */
  static int length() {
    String nothing = null;
    return nothing.length();
  }
}
