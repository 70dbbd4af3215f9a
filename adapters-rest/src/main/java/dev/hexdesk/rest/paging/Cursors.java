package dev.hexdesk.rest.paging;

import dev.hexdesk.application.shared.Position;
import dev.hexdesk.rest.http.IdConverters;
import dev.hexdesk.rest.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Turns positions in a list into opaque cursors and back. A cursor bears a fingerprint of the list
 * that it belongs to, so that it is refused with another filter or sort. It holds nothing secret
 * and needs no signature: whoever forges one only begins elsewhere in a list that they may read
 * anyway.
 */
final class Cursors {
  private static final int LONGEST = 2_000;
  private static final int FINGERPRINT_BYTES = 8;
  private static final char SEPARATOR = ':';

  private Cursors() {}

  static String encode(Position position, String list) {
    byte[] text =
        (position.id() + String.valueOf(SEPARATOR) + position.sortValue())
            .getBytes(StandardCharsets.UTF_8);
    byte[] cursor =
        ByteBuffer.allocate(FINGERPRINT_BYTES + text.length)
            .put(fingerprint(list))
            .put(text)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
  }

  static Position decode(String cursor, String list) {
    byte[] bytes = bytes(cursor);
    if (bytes.length < FINGERPRINT_BYTES
        || !Arrays.equals(Arrays.copyOf(bytes, FINGERPRINT_BYTES), fingerprint(list))) {
      throw refused("belongs to a list with another filter or sort");
    }
    String text = text(Arrays.copyOfRange(bytes, FINGERPRINT_BYTES, bytes.length));
    int separator = text.indexOf(SEPARATOR);
    Optional<Long> id =
        separator < 0 ? Optional.empty() : IdConverters.read(text.substring(0, separator));
    return new Position(
        text.substring(separator + 1), id.orElseThrow(() -> refused("is no cursor")));
  }

  private static byte[] bytes(String cursor) {
    if (cursor.length() > LONGEST) {
      throw refused("is longer than any cursor");
    }
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException noBase64) {
      throw refused("is no cursor");
    }
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw refused("is no cursor");
      }
      return text;
    } catch (CharacterCodingException noText) {
      throw refused("is no cursor");
    }
  }

  private static byte[] fingerprint(String list) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(list.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static ProblemException refused(String why) {
    return ProblemException.badParameter("cursor", "cursor", why);
  }
}
