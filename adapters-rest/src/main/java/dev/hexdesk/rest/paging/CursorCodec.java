package dev.hexdesk.rest.paging;

import dev.hexdesk.application.shared.Position;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.request.IdConverters;
import dev.hexdesk.rest.request.ShortHash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Turns positions in a list into opaque cursors and back. A cursor bears a fingerprint of itself
 * and the list that it belongs to, so that it is refused with another filter or sort, and when it
 * was damaged. It holds nothing secret and needs no signature: whoever forges one only begins
 * elsewhere in a list that they may read anyway.
 */
public final class CursorCodec {
  public static final int LONGEST = 2_000;
  public static final String PATTERN = "^[A-Za-z0-9_-]+$";

  private static final char SEPARATOR = ':';
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private CursorCodec() {}

  static String encode(Position position, String list) {
    String place = position.id() + String.valueOf(SEPARATOR) + position.sortValue();
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    return BASE64.encodeToString(
        ByteBuffer.allocate(ShortHash.LENGTH + text.length)
            .put(fingerprint(place, list))
            .put(text)
            .array());
  }

  static Position decode(String cursor, String list) {
    byte[] bytes = bytes(cursor);
    if (bytes.length < ShortHash.LENGTH) {
      throw refused("is no cursor");
    }
    String place = text(Arrays.copyOfRange(bytes, ShortHash.LENGTH, bytes.length));
    if (!Arrays.equals(Arrays.copyOf(bytes, ShortHash.LENGTH), fingerprint(place, list))) {
      throw refused("belongs to a list with another filter or sort");
    }
    int separator = place.indexOf(SEPARATOR);
    Optional<Long> id =
        separator < 0 ? Optional.empty() : IdConverters.read(place.substring(0, separator));
    return new Position(
        place.substring(separator + 1), id.orElseThrow(() -> refused("is no cursor")));
  }

  private static byte[] bytes(String cursor) {
    if (cursor.length() > LONGEST) {
      throw refused("is longer than any cursor");
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (BASE64.encodeToString(bytes).equals(cursor)) {
        return bytes;
      }
    } catch (IllegalArgumentException noBase64) {
      // Refused below, like what can be read but has another form.
    }
    throw refused("is no cursor");
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

  private static byte[] fingerprint(String place, String list) {
    return ShortHash.of(place + '\n' + list);
  }

  private static ProblemException refused(String why) {
    return ProblemException.badParameter("cursor", "cursor", why);
  }
}
