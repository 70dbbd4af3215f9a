package dev.hexdesk.rest.authentication;

import dev.hexdesk.domain.shared.WellFormed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A form as OAuth2 wants it read (RFC 6749, section 3.2): no parameter twice, and no guessing at
 * what is not well-formed percent-encoded UTF-8.
 */
final class Form {
  private final Map<String, String> values;

  private Form(Map<String, String> values) {
    this.values = values;
  }

  /** Says why a form can't be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
      super(reason);
    }
  }

  static Form read(byte[] body) throws Unreadable {
    Map<String, String> values = new HashMap<>();
    for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (values.put(name, value) != null) {
        throw new Unreadable("A parameter is given twice.");
      }
    }
    return new Form(values);
  }

  /** The parameter's value; one without a value counts as left out. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  private static String decode(String encoded) throws Unreadable {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char octet = encoded.charAt(i);
      if (octet == '%') {
        bytes.write(hex(encoded, i + 1));
        i += 2;
      } else {
        bytes.write(octet == '+' ? ' ' : octet);
      }
    }
    return text(bytes.toByteArray());
  }

  private static int hex(String encoded, int at) throws Unreadable {
    if (at + 2 > encoded.length()
        || !HexFormat.isHexDigit(encoded.charAt(at))
        || !HexFormat.isHexDigit(encoded.charAt(at + 1))) {
      throw new Unreadable("A percent sign is not followed by two hexadecimal digits.");
    }
    return HexFormat.fromHexDigits(encoded, at, at + 2);
  }

  private static String text(byte[] bytes) throws Unreadable {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (!WellFormed.isUnicode(text) || text.indexOf('\0') >= 0) {
        throw new Unreadable("The form has characters that are not allowed.");
      }
      return text;
    } catch (CharacterCodingException notUtf8) {
      throw new Unreadable("The form is not in UTF-8.");
    }
  }
}
